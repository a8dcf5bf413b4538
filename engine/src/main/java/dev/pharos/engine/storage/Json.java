package dev.pharos.engine.storage;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import dev.pharos.engine.problem.Problem;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Values that are read only as a whole, kept as JSON in one column.
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(paths())
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .addMixIn(Problem.class, NamedByItsType.class)
                    .registerSubtypes(Problem.kinds().toArray(Class<?>[]::new))
                    .build();

    private Json() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "problem")
    private interface NamedByItsType {}

    /// Jackson's own would make a relative path absolute.
    private static SimpleModule paths() {
        return new SimpleModule()
                .addSerializer(Path.class, ToStringSerializer.instance)
                .addDeserializer(
                        Path.class,
                        new FromStringDeserializer<>(Path.class) {
                            @Override
                            protected Path _deserialize(String text, DeserializationContext c) {
                                return Path.of(text);
                            }
                        });
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
