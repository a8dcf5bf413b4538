package dev.pharos.ui.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.conversation.Scope;
import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.ui.Texts;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

@SuppressWarnings("NullAway.Init")
final class ScopeViewModelTest {
    private static final Background BACKGROUND = new Background(Runnable::run, Runnable::run);

    @TempDir Path temp;

    private String said(Scope scope) throws Exception {
        try (var library =
                Library.open(
                        temp,
                        Library.Access.WRITE,
                        new Abilities(
                                new DirectExtractor(),
                                FixedEmbedders.of(new HashingEmbedder()),
                                Abilities.Chat.NONE))) {
            var sources =
                    new LibraryViewModel(_ -> List.of(), BACKGROUND, Runnable::run, Locale.ENGLISH);
            return new ScopeViewModel(
                            library.collections(),
                            library.tags(),
                            sources,
                            BACKGROUND,
                            new Texts(Locale.ENGLISH))
                    .words(scope);
        }
    }

    @ParameterizedTest
    @CsvSource({"2019, 2019", "2019-2021, 2019 to 2021", "2019-, since 2019", "-2021, before 2022"})
    void yearsAreReadAsTheyAreTypedAndSaidInWords(String typed, String words) throws Exception {
        var period = ScopeViewModel.period(typed);
        assertEquals(
                words, period == null ? "" : said(ScopeViewModel.withPeriod(Scope.ALL, period)));
    }

    @ParameterizedTest
    @CsvSource({"lately", "'  '", "19", "20192021", "-", "2021-2019"})
    void whatIsNoYearIsRefused(String typed) {
        assertEquals(null, ScopeViewModel.period(typed));
    }

    @Test
    void whatIsChosenTwiceIsNotChosen() throws Exception {
        var tagged = ScopeViewModel.withTag(Scope.ALL, "sea");
        var notes = ScopeViewModel.withKind(tagged, SourceKind.NOTE);
        assertEquals("#sea · Note", said(notes));
        assertEquals(tagged, ScopeViewModel.withKind(notes, SourceKind.NOTE));
    }
}
