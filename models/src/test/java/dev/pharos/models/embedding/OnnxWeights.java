package dev.pharos.models.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The numbers in an ONNX file (protocol buffers, `onnx.proto3`). A matrix that has lost its name
/// to an optimizer is called as the node that multiplies with it.
///
/// @param tensors by name; of matrices that multiply, by the name of the product
record OnnxWeights(Map<String, Tensor> tensors) {

    /// 32-bit floats, row by row.
    record Tensor(List<Integer> sizes, ByteBuffer bytes) {}

    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int TENSOR_SIZE = 1;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_BYTES = 9;

    /// A number, or a slice of the file.
    private record Field(int number, long value, ByteBuffer bytes) {
        String text() {
            return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
        }
    }

    static OnnxWeights read(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var all =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                            .order(ByteOrder.LITTLE_ENDIAN);
            var tensors = new HashMap<String, Tensor>();
            var nodes = new ArrayList<Field>();
            for (var part : fields(all)) {
                for (var field :
                        part.number() == MODEL_GRAPH ? fields(part.bytes()) : List.<Field>of()) {
                    if (field.number() == GRAPH_INITIALIZER) {
                        put(field, tensors);
                    } else if (field.number() == GRAPH_NODE) {
                        nodes.add(field);
                    }
                }
            }
            nodes.forEach(node -> nameByProduct(node, tensors));
            return new OnnxWeights(tensors);
        }
    }

    private static void put(Field initializer, Map<String, Tensor> tensors) {
        var sizes = new ArrayList<Integer>();
        String name = "";
        var bytes = ByteBuffer.allocate(0);
        for (var field : fields(initializer.bytes())) {
            switch (field.number()) {
                case TENSOR_SIZE -> sizes.add((int) field.value());
                case TENSOR_NAME -> name = field.text();
                case TENSOR_BYTES -> bytes = field.bytes();
                default -> {}
            }
        }
        tensors.put(name, new Tensor(sizes, bytes));
    }

    private static void nameByProduct(Field node, Map<String, Tensor> tensors) {
        var fields = fields(node.bytes());
        for (var output : fields) {
            if (output.number() == NODE_OUTPUT && output.text().endsWith("/MatMul_output_0")) {
                fields.stream()
                        .filter(field -> field.number() == NODE_INPUT)
                        .map(input -> tensors.get(input.text()))
                        .forEach(tensor -> tensors.put(output.text(), tensor));
            }
        }
    }

    private static List<Field> fields(ByteBuffer message) {
        var in = message.duplicate();
        var fields = new ArrayList<Field>();
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            switch (key & 7) {
                case 0 -> fields.add(new Field(key >>> 3, varint(in), ByteBuffer.allocate(0)));
                case 2 -> {
                    int length = (int) varint(in);
                    fields.add(new Field(key >>> 3, 0, in.slice(in.position(), length)));
                    in.position(in.position() + length);
                }
                case 5 -> in.position(in.position() + Integer.BYTES);
                default -> throw new IllegalArgumentException("wire type " + (key & 7));
            }
        }
        return fields;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = in.get();
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }
}
