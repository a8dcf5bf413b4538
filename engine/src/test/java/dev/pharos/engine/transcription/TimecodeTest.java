package dev.pharos.engine.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.OptionalLong;

class TimecodeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0:00|00:00:00|00:00:00,000",
                "65999|1:05|00:01:05|00:01:05,999",
                "3605001|1:00:05|01:00:05|01:00:05,001",
                "360000000|100:00:00|100:00:00|100:00:00,000",
            })
    void aTimeIsWrittenInFourWays(long ms, String brief, String full, String srt) {
        assertEquals(
                List.of(brief, full, srt, srt.replace(',', '.')),
                List.of(Timecode.brief(ms), Timecode.full(ms), Timecode.srt(ms), Timecode.vtt(ms)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "65|65000",
                "65.5|65500",
                "1:05|65000",
                "1:00:05|3605000",
                "' 01:00:05,25 '|3605250",
                "100:00:00.001|360000001",
                "90:00|5400000",
                "1.123999|1123",
            })
    void everyWayIsRead(String written, long ms) {
        assertEquals(OptionalLong.of(ms), Timecode.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1:2:3:4", ":05", "1:", "1e3", "99999999999999999999"})
    void anythingElseIsNoTime(String written) {
        assertEquals(OptionalLong.empty(), Timecode.parse(written));
    }

    @Test
    void thereIsNoTimeBeforeTheBeginning() {
        assertThrows(IllegalArgumentException.class, () -> Timecode.brief(-1));
    }
}
