package dev.pharos.engine.making;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.note.LinkNames;
import dev.pharos.engine.summary.KeyPhrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// What a new note is called: so that somebody finds it again, and no link that is there leads to
/// it.
final class NoteName {
    private static final int TOPICS = 2;

    private final NoteDraft draft;
    private final NoteWords words;

    private NoteName(NoteDraft draft) {
        this.draft = draft;
        words = draft.words();
    }

    static String of(NoteDraft draft) {
        var name = new NoteName(draft);
        var names = name.names();
        return names.stream().filter(name::free).findFirst().orElse(names.getLast());
    }

    private boolean free(String name) {
        return draft.parts()
                .notes()
                .links()
                .named(LinkNames.fit(name), draft.source().id())
                .isEmpty();
    }

    /// The plainest first: what it is about, of what it is, in which form, of when.
    private List<String> names() {
        String title = Objects.requireNonNull(draft.summary().title());
        String called = draft.beside().called();
        var part = draft.details().part();
        var names = new ArrayList<String>();
        if (part != null) {
            names.add(words.calledPart(called, part, about()));
        } else {
            names.add(title);
            if (!lower(title).contains(lower(called)) && !lower(called).contains(lower(title))) {
                names.add(words.calledOf(called, title));
            }
        }
        String last = names.getLast();
        names.add(words.called(last, form()));
        names.add(words.called(words.calledOn(last, draft.when().toLocalDate()), form()));
        return names;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// What a part speaks of: what the source is called is said already.
    private String about() {
        String title = Objects.requireNonNull(draft.summary().title());
        var topics = draft.summary().phrases().stream().limit(TOPICS).map(KeyPhrase::text).toList();
        boolean written = draft.details().writer() != null;
        return written || topics.isEmpty() || !lower(draft.beside().called()).equals(lower(title))
                ? title
                : String.join(", ", topics);
    }

    /// A template of one's own by its name.
    private String form() {
        String id = String.valueOf(draft.settings().form());
        return Arrays.stream(NoteForm.BuiltIn.values())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(words::form)
                .or(() -> draft.parts().sources().find(SourceId.of(id)).map(Source::title))
                .orElse(id);
    }
}
