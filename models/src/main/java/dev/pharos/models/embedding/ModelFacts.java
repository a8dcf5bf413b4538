package dev.pharos.models.embedding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What has to be known of a sentence model and does not stand in its weights: the content of
/// `pharos.json` in its folder. What is null is looked for elsewhere.
///
/// @param dimension length of its vectors
/// @param maxTokens how much it reads, special tokens included
/// @param pooling `mean` or `cls`
/// @param queryPrefix what it expects in front of a question
/// @param passagePrefix what it expects in front of a text that is searched
/// @param weights the file to be loaded, within the folder
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelFacts(
        @Nullable Integer dimension,
        @Nullable Integer maxTokens,
        @Nullable String pooling,
        @Nullable String queryPrefix,
        @Nullable String passagePrefix,
        @Nullable String weights) {

    /// Its name in a model's folder.
    public static final String FILE = "pharos.json";

    static final ModelFacts NONE = new ModelFacts(null, null, null, null, null, null);

    private static final ObjectMapper JSON = new ObjectMapper();

    /// What its makers say of a well-known model, on the page that its name leads to.
    ///
    /// @param name its folder's, such as `multilingual-e5-small`; a suffix like `-int8` or `-q` is
    ///   not heeded, nor is the `-2` by which the shelf tells two of a name apart
    static ModelFacts known(String name) {
        String plain = name.replaceFirst("([-_.](int8|q|quantized|fp32|fp16|onnx))+$", "");
        return Optional.ofNullable(Known.MODELS.get(plain))
                .or(() ->
                        Optional.ofNullable(Known.MODELS.get(plain.replaceFirst("-\\d{1,2}$", ""))))
                .orElse(NONE);
    }

    static ModelFacts read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), ModelFacts.class);
    }

    /// Writes `pharos.json` into a model's folder.
    public void write(Path folder) throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(FILE).toFile(), this);
    }

    /// Read at the first question.
    private static final class Known {
        private static final Map<String, ModelFacts> MODELS = read();

        private static Map<String, ModelFacts> read() {
            try (InputStream json = ModelFacts.class.getResourceAsStream("known-models.json")) {
                var type =
                        JSON.getTypeFactory()
                                .constructMapType(Map.class, String.class, ModelFacts.class);
                return JSON.readValue(json, type);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
