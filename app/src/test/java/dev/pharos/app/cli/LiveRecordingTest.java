package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

@Timeout(300)
final class LiveRecordingTest {

    @Test
    void aLineIsWhatWasTypedBeforeEnter() throws Exception {
        var typed = new StringReader("m\n\n");

        assertEquals("m", LiveRecording.line(typed));
        assertEquals("", LiveRecording.line(typed));
        assertNull(LiveRecording.line(typed));
    }

    @Test
    void anInputWithoutEndIsNoKeyboard() throws Exception {
        var zeros =
                new InputStream() {
                    @Override
                    public int read() {
                        return 0;
                    }
                };

        assertNull(LiveRecording.line(new InputStreamReader(zeros, StandardCharsets.UTF_8)));
    }
}
