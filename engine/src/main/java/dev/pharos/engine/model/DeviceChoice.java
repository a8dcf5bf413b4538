package dev.pharos.engine.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;
import java.util.Optional;

/// On what the user wants a kind of model to run. Written `auto`, `cpu`, `gpu` or `gpu:1`.
public sealed interface DeviceChoice {

    DeviceChoice AUTO = new Auto();

    /// A GPU where one works, else the CPU.
    record Auto() implements DeviceChoice {}

    /// The CPU, whatever else there is.
    record Cpu() implements DeviceChoice {}

    /// This GPU; if it fails, the CPU, and that is said.
    record Gpu(int index) implements DeviceChoice {}

    /// Empty for what is none of the four.
    static Optional<DeviceChoice> parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "auto" -> Optional.of(AUTO);
            case "cpu" -> Optional.of(new Cpu());
            case "gpu" -> Optional.of(new Gpu(0));
            default ->
                    word.matches("gpu:\\d{1,2}")
                            ? Optional.of(new Gpu(Integer.parseInt(word.substring(4))))
                            : Optional.empty();
        };
    }

    @JsonCreator
    static DeviceChoice of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    @JsonValue
    default String written() {
        return switch (this) {
            case Auto _ -> "auto";
            case Cpu _ -> "cpu";
            case Gpu(int index) -> index == 0 ? "gpu" : "gpu:" + index;
        };
    }
}
