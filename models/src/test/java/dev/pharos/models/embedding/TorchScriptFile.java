package dev.pharos.models.embedding;

import dev.pharos.models.embedding.OnnxWeights.Tensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a network as TorchScript: a ZIP archive of one class in TorchScript's subset of Python, a
/// pickle of its one object, and the raw numbers of each tensor (PyTorch, "TorchScript
/// serialization"). So a test needs no Python to have such a file.
final class TorchScriptFile {
    private static final String CLASS = "Sentences";

    /// The version in which `gelu` is the exact one unless told otherwise.
    private static final String VERSION = "10\n";

    private final ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    private final ZipOutputStream zip;

    private TorchScriptFile(ZipOutputStream zip) {
        this.zip = zip;
    }

    /// @param forward body of a method of `self`, `ids`, `mask` and `types`, which returns a tensor
    /// @param tensors members of `self`
    static void write(Path file, String forward, Map<String, Tensor> tensors) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            new TorchScriptFile(zip).write(forward, new LinkedHashMap<>(tensors));
        }
    }

    private void write(String forward, Map<String, Tensor> tensors) throws IOException {
        var code =
                new StringBuilder("class " + CLASS + "(Module):\n")
                        .append("  __parameters__ = []\n  __buffers__ = []\n")
                        .append("  training : bool\n");
        tensors.keySet().forEach(name -> code.append("  %s : Tensor\n".formatted(name)));
        code.append("  def forward(self: __torch__.%s,\n".formatted(CLASS))
                .append("    ids: Tensor,\n    mask: Tensor,\n    types: Tensor) -> Tensor:\n")
                .append(forward.strip().indent(4));
        object(tensors);
        store("version", ascii(VERSION));
        store("code/__torch__.py", ascii(code.toString()));
        store("data.pkl", ByteBuffer.wrap(pickle.toByteArray()));
        store("constants.pkl", ByteBuffer.wrap(new byte[] {(byte) 0x80, 2, ')', '.'}));
        int key = 0;
        for (var tensor : tensors.values()) {
            store("data/" + key++, tensor.bytes().duplicate());
        }
    }

    private void object(Map<String, Tensor> tensors) {
        bytes(0x80, 2);
        global("__torch__", CLASS);
        bytes(')', 0x81, '}', '(');
        text("training");
        bytes(0x89);
        int key = 0;
        for (var each : tensors.entrySet()) {
            text(each.getKey());
            tensor(key++, each.getValue());
        }
        bytes('u', 'b', '.');
    }

    private void tensor(int key, Tensor tensor) {
        List<Integer> sizes = tensor.sizes();
        global("torch._utils", "_rebuild_tensor_v2");
        bytes('(', '(');
        text("storage");
        global("torch", "FloatStorage");
        text(Integer.toString(key));
        text("cpu");
        number(tensor.bytes().remaining() / Float.BYTES);
        bytes('t', 'Q');
        number(0);
        bytes('(');
        sizes.forEach(this::number);
        bytes('t', '(');
        for (int i = 1; i <= sizes.size(); i++) {
            number(sizes.subList(i, sizes.size()).stream().reduce(1, (a, b) -> a * b));
        }
        bytes('t', 0x89);
        global("collections", "OrderedDict");
        bytes(')', 'R', 't', 'R');
    }

    private void global(String module, String name) {
        pickle.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void text(String text) {
        bytes('X');
        integer(text.length());
        pickle.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void number(int value) {
        bytes('J');
        integer(value);
    }

    private void integer(int value) {
        pickle.writeBytes(
                ByteBuffer.allocate(Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(value)
                        .array());
    }

    private void bytes(int... values) {
        for (int value : values) {
            pickle.write(value);
        }
    }

    private void store(String name, ByteBuffer content) throws IOException {
        var bytes = new byte[content.remaining()];
        content.get(bytes);
        var sum = new CRC32();
        sum.update(bytes);
        var entry = new ZipEntry("sentences/" + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
