package dev.pharos.models.whisper;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.model.Hardware.Why;

import org.jspecify.annotations.Nullable;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;

/// A [Hardware.Runtime] as bytes.
final class RuntimeCode {

    private RuntimeCode() {}

    static void write(Hardware.Runtime runtime, DataOutputStream out) throws IOException {
        Request.write(out, runtime.name());
        Request.write(out, runtime.version());
        out.writeInt(runtime.devices().size());
        for (var device : runtime.devices()) {
            Request.write(out, device.api().name());
            out.writeInt(device.index());
            Request.write(out, device.name());
        }
        switch (runtime.why()) {
            case null -> out.writeByte(0);
            case Why.NoGpu() -> out.writeByte(1);
            case Why.BuiltWithoutGpu() -> out.writeByte(2);
            case Why.Failed(var detail) -> {
                out.writeByte(3);
                Reply.write(out, detail);
            }
            case Why.NoDriver _,
                    Why.NoPack _,
                    Why.NotHere _,
                    Why.FasterOnCpu _,
                    Why.SwitchedOff _,
                    Why.NotForPlatform _ ->
                    throw new IllegalStateException(runtime.toString());
        }
    }

    static Hardware.Runtime read(DataInputStream in) throws IOException {
        String name = Request.read(in);
        String version = Request.read(in);
        int count = in.readInt();
        var devices = new ArrayList<Device>(count);
        for (int i = 0; i < count; i++) {
            var api = Device.Api.valueOf(Request.read(in));
            devices.add(new Device(api, in.readInt(), Request.read(in)));
        }
        return new Hardware.Runtime(name, version, devices, why(in));
    }

    private static @Nullable Why why(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 0 -> null;
            case 1 -> new Why.NoGpu();
            case 2 -> new Why.BuiltWithoutGpu();
            case 3 -> new Why.Failed(Reply.detail(in));
            default -> throw new IOException("reason of kind " + kind);
        };
    }
}
