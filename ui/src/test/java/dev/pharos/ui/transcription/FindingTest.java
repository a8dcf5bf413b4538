package dev.pharos.ui.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.search.Hit;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.ui.sound.Interview;

import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

final class FindingTest {
    private final ReadOnlyObjectWrapper<@Nullable Transcript> transcript =
            new ReadOnlyObjectWrapper<>(Interview.transcript());
    private final Finding finding = new Finding(transcript.getReadOnlyProperty());

    private List<Integer> segments() {
        return finding.foundProperty().get().matches().stream()
                .map(Finding.Match::segment)
                .toList();
    }

    @Test
    void findsInAnyCaseOfLetters() {
        finding.wantedProperty().set("THE LIGHT");
        assertEquals(List.of(3, 18, 19), segments());
    }

    @Test
    void whatIsAskedForIsNoPattern() {
        finding.wantedProperty().set(".*");
        assertEquals(List.of(), segments());
    }

    @Test
    void afterTheLastComesTheFirst() {
        finding.wantedProperty().set("the light");
        finding.previous();
        finding.next();
        assertEquals(
                new Finding.Match(3, new Hit.Range(4, 13)),
                finding.foundProperty().get().current());
    }

    @Test
    void aChangeOfTheTextIsFoundAtOnce() {
        finding.wantedProperty().set("the light");
        transcript.set(new Transcript("en", 0, "", "", List.of(), true));
        assertEquals(List.of(), segments());
    }
}
