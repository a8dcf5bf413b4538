package dev.pharos.models.embedding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// all-MiniLM-L6-v2 as TorchScript, made of the weights in its ONNX file: BERT (Devlin et al.,
/// 2018) with six layers of twelve heads.
final class TorchMiniLm {
    private static final int LAYERS = 6;

    private static final String BEGIN =
            """
            length = torch.size(ids, 1)
            hidden = torch.mul(torch.rsub(torch.to(torch.unsqueeze(torch.unsqueeze(mask, 1), 2), 6), 1.), -10000.)
            words = torch.add(torch.embedding(self.words, ids), torch.embedding(self.types, types))
            placed = torch.add(words, torch.slice(self.positions, 0, 0, length, 1))
            x0 = torch.layer_norm(placed, [384], self.norm_weight, self.norm_bias, 1e-12)
            """;

    private static final String LAYER =
            """
            q# = torch.transpose(torch.view(torch.add(torch.matmul(x#, self.query#_weight), self.query#_bias), [1, length, 12, 32]), 1, 2)
            k# = torch.transpose(torch.view(torch.add(torch.matmul(x#, self.key#_weight), self.key#_bias), [1, length, 12, 32]), 1, 2)
            v# = torch.transpose(torch.view(torch.add(torch.matmul(x#, self.value#_weight), self.value#_bias), [1, length, 12, 32]), 1, 2)
            s# = torch.add(torch.div(torch.matmul(q#, torch.transpose(k#, -1, -2)), 5.656854249492381), hidden)
            c# = torch.reshape(torch.transpose(torch.matmul(torch.softmax(s#, -1), v#), 1, 2), [1, length, 384])
            o# = torch.add(torch.matmul(c#, self.attention#_weight), self.attention#_bias)
            a# = torch.layer_norm(torch.add(o#, x#), [384], self.middle#_weight, self.middle#_bias, 1e-12)
            g# = torch.gelu(torch.add(torch.matmul(a#, self.wide#_weight), self.wide#_bias))
            n# = torch.add(torch.matmul(g#, self.narrow#_weight), self.narrow#_bias)
            x$ = torch.layer_norm(torch.add(n#, a#), [384], self.end#_weight, self.end#_bias, 1e-12)
            """;

    private static final Map<String, String> LINEAR =
            Map.of(
                    "query", "attention/self/query",
                    "key", "attention/self/key",
                    "value", "attention/self/value",
                    "attention", "attention/output/dense",
                    "wide", "intermediate/dense",
                    "narrow", "output/dense");

    private static final Map<String, String> NORMS =
            Map.of("middle", "attention.output.LayerNorm", "end", "output.LayerNorm");

    private TorchMiniLm() {}

    static void write(Path onnx, Path file) throws IOException {
        var found = OnnxWeights.read(onnx).tensors();
        var tensors = new LinkedHashMap<String, OnnxWeights.Tensor>();
        Map.of(
                        "words", "embeddings.word_embeddings.weight",
                        "types", "embeddings.token_type_embeddings.weight",
                        "positions", "embeddings.position_embeddings.weight",
                        "norm_weight", "embeddings.LayerNorm.weight",
                        "norm_bias", "embeddings.LayerNorm.bias")
                .forEach((name, stored) -> tensors.put(name, of(found, stored)));
        var code = new StringBuilder(BEGIN);
        for (int i = 0; i < LAYERS; i++) {
            int layer = i;
            LINEAR.forEach((name, path) -> {
                String stored = "encoder/layer." + layer + "/" + path;
                tensors.put(name + layer + "_weight", of(found, "/" + stored + "/MatMul_output_0"));
                tensors.put(name + layer + "_bias", of(found, stored.replace('/', '.') + ".bias"));
            });
            NORMS.forEach((name, path) -> {
                for (String part : List.of("weight", "bias")) {
                    tensors.put(
                            name + layer + "_" + part,
                            of(found, "encoder.layer." + layer + "." + path + "." + part));
                }
            });
            code.append(LAYER.replace("#", "" + i).replace("$", "" + (i + 1)));
        }
        TorchScriptFile.write(file, code + "return x" + LAYERS, tensors);
    }

    private static OnnxWeights.Tensor of(Map<String, OnnxWeights.Tensor> found, String name) {
        return Objects.requireNonNull(found.get(name), name);
    }
}
