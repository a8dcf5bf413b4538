package dev.pharos.models.whisper;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.pharos.engine.model.Device;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// On what ggml can compute here, as it tells itself: by its list of devices, which has had CUDA
/// from the first known version on, Vulkan and Metal since 1.7.2; before that by a function of
/// Vulkan's own, and by the list of what Metal builds were built with.
final class Backends {

    /// A GPU.
    ///
    /// @param id such as `CUDA0`, as the log calls it
    record Gpu(String id, Device device) {}

    private static final List<String> STARTED_BY_GPU_BUILDS =
            List.of("ggml_backend_cuda_init", "ggml_backend_vk_init", "ggml_backend_metal_init");
    private static final int LONGEST_NAME = 256;

    private final SymbolLookup symbols;
    private final String systemInfo;

    Backends(SymbolLookup symbols, String systemInfo) {
        this.symbols = symbols;
        this.systemInfo = systemInfo;
    }

    /// Backends that are libraries of their own, beside the others, are only loaded when asked for.
    void loadFrom(NativeBuild build) {
        if (has("ggml_backend_load_all_from_path") && count("ggml_backend_dev_count") == 0) {
            try (var arena = Arena.ofConfined()) {
                call(
                        "ggml_backend_load_all_from_path",
                        FunctionDescriptor.ofVoid(ADDRESS),
                        arena.allocateFrom(build.folder().toString()));
            }
        }
    }

    /// Whether it could use a GPU, if there were one.
    boolean builtForGpu() {
        return STARTED_BY_GPU_BUILDS.stream().anyMatch(this::has);
    }

    /// Blocks while drivers start.
    List<Gpu> gpus() {
        var gpus = new ArrayList<Gpu>();
        for (long i = 0; i < count("ggml_backend_dev_count"); i++) {
            var device =
                    (MemorySegment)
                            call(
                                    "ggml_backend_dev_get",
                                    FunctionDescriptor.of(ADDRESS, JAVA_LONG),
                                    i);
            String id = told("ggml_backend_dev_name", device);
            api(id).ifPresent(api ->
                    gpus.add(gpu(id, api, told("ggml_backend_dev_description", device), gpus)));
        }
        if (gpus.isEmpty()) {
            vulkan().forEach(name -> gpus.add(gpu("Vulkan", Device.Api.VULKAN, name, gpus)));
        }
        if (gpus.isEmpty() && systemInfo.contains("METAL = 1")) {
            gpus.add(gpu("Metal", Device.Api.METAL, "Metal", gpus));
        }
        return gpus;
    }

    private static Gpu gpu(String id, Device.Api api, String name, List<Gpu> before) {
        int index = (int) before.stream().filter(gpu -> gpu.device().api() == api).count();
        return new Gpu(id, new Device(api, index, name));
    }

    /// ROCm is the CUDA backend, compiled for AMD's processors.
    static Optional<Device.Api> api(String id) {
        if (id.startsWith("CUDA") || id.startsWith("ROCm")) {
            return Optional.of(Device.Api.CUDA);
        }
        if (id.startsWith("Vulkan")) {
            return Optional.of(Device.Api.VULKAN);
        }
        return id.startsWith("Metal") || id.startsWith("MTL")
                ? Optional.of(Device.Api.METAL)
                : Optional.empty();
    }

    private List<String> vulkan() {
        if (!has("ggml_backend_vk_get_device_count")) {
            return List.of();
        }
        int count = (int) call("ggml_backend_vk_get_device_count", FunctionDescriptor.of(JAVA_INT));
        return IntStream.range(0, count).mapToObj(this::vulkan).toList();
    }

    private String vulkan(int index) {
        try (var arena = Arena.ofConfined()) {
            var name = arena.allocate(LONGEST_NAME);
            call(
                    "ggml_backend_vk_get_device_description",
                    FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, JAVA_LONG),
                    index,
                    name,
                    (long) LONGEST_NAME);
            return name.getString(0);
        }
    }

    private boolean has(String function) {
        return symbols.find(function).isPresent();
    }

    private long count(String function) {
        return has(function) ? (long) call(function, FunctionDescriptor.of(JAVA_LONG)) : 0;
    }

    private String told(String function, MemorySegment device) {
        var text = (MemorySegment) call(function, FunctionDescriptor.of(ADDRESS, ADDRESS), device);
        return text.address() == 0 ? "" : text.reinterpret(LONGEST_NAME).getString(0);
    }

    private Object call(String name, FunctionDescriptor signature, Object... arguments) {
        var address = symbols.find(name).orElseThrow(() -> new UnsatisfiedLinkError("no " + name));
        MethodHandle handle = Linker.nativeLinker().downcallHandle(address, signature);
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(name, e);
        }
    }
}
