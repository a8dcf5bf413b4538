package dev.pharos.engine.making;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.making.NoteForm.BuiltIn;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

final class NoteWordsTest {

    @ParameterizedTest
    @CsvSource({
        "en,Lecture 7: How tides work,LECTURE",
        "en,'Minutes of the council, 12 May',MEETING",
        "en,Minutest details,",
        "de,Protokoll Elternbeirat,MEETING",
        "de,Protokollführung im Verein,",
        "ru,Лекция 2. Вулканы,LECTURE",
        "ru,Интервью с мэром,INTERVIEW",
    })
    void aTitleTellsTheForm(String language, String title, @Nullable BuiltIn form) {
        assertEquals(Optional.ofNullable(form), NoteWords.of(language).told(title));
    }
}
