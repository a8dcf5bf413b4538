package dev.pharos.ui.note;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.note.Notes;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// What could follow what is being typed: a note after `[[`, a heading after `[[note#`, a named
/// block after `[[note#^`, a tag after `#`. For the JavaFX thread.
public final class Completion {
    private static final int MOST = 30;
    private static final Pattern LINK = Pattern.compile("\\[\\[([^\\[\\]|]*)$");
    private static final Pattern TAG =
            Pattern.compile("(?<![\\p{L}\\p{N}/&#_\\[-])#([\\p{L}\\p{N}_/-]+)$");

    /// One thing to choose.
    ///
    /// @param about what distinguishes it from others of its name
    /// @param written what takes the place of what was typed
    public record Choice(String name, String about, String written) {}

    /// What there is to choose.
    ///
    /// @param column where in its line begins what a choice takes the place of
    public record Choices(int column, List<Choice> all) {
        static final Choices NONE = new Choices(0, List.of());

        public Choices {
            all = List.copyOf(all);
        }
    }

    private final Notes notes;
    private final Supplier<List<Source>> sources;
    private final Background background;
    private final ReadOnlyObjectWrapper<Choices> choices =
            new ReadOnlyObjectWrapper<>(Choices.NONE);
    private @Nullable Job newest;

    /// @param sources all that are known, whose tags are offered
    public Completion(Notes notes, Supplier<List<Source>> sources, Background background) {
        this.notes = notes;
        this.sources = sources;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Choices> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /// Something was typed.
    ///
    /// @param text of the whole note, asked for where it is needed
    /// @param before what stands before the caret in its line
    /// @param after what stands behind it
    void typed(SourceId note, Supplier<String> text, String before, String after) {
        var link = LINK.matcher(before);
        var tag = TAG.matcher(before);
        if (link.find()) {
            String close = after.startsWith("]]") ? "" : "]]";
            String typed = link.group(1);
            int hash = typed.indexOf('#');
            if (hash < 0) {
                ask(() -> links(note, typed, close), link.start(1));
            } else {
                String named = typed.substring(0, hash);
                String own = named.isBlank() ? text.get() : "";
                ask(
                        () -> headings(note, own, named, typed.substring(hash + 1), close),
                        link.start(1) + hash + 1);
            }
        } else if (tag.find()) {
            var all = List.copyOf(sources.get());
            ask(() -> tags(all, tag.group(1)), tag.start(1));
        } else {
            close();
        }
    }

    /// Offers nothing any more.
    public void close() {
        if (newest != null) {
            newest.cancel();
            newest = null;
        }
        choices.set(Choices.NONE);
    }

    private interface Asked {
        List<Choice> answer();
    }

    private void ask(Asked asked, int column) {
        if (newest != null) {
            newest.cancel();
        }
        var mine = new Job[1];
        mine[0] =
                background.<List<Choice>>job(
                        _ -> asked.answer(),
                        outcome -> {
                            if (mine[0] == newest && outcome instanceof Outcome.Done(var all)) {
                                choices.set(new Choices(column, all));
                            }
                        });
        newest = mine[0];
        newest.start();
    }

    private List<Choice> links(SourceId note, String typed, String close) {
        return notes.links().completion(note, typed, MOST).stream()
                .map(each ->
                        new Choice(
                                each.name(),
                                each.name().equals(each.source().title())
                                        ? folder(each.source())
                                        : each.source().title(),
                                each.insert() + close))
                .toList();
    }

    private static String folder(Source source) {
        var parent = source.path().getParent();
        return parent == null || parent.getFileName() == null
                ? ""
                : parent.getFileName().toString();
    }

    private List<Choice> headings(
            SourceId note, String own, String named, String typed, String close) {
        String text =
                named.isBlank()
                        ? own
                        : notes.links()
                                .named(named.strip(), note)
                                .flatMap(notes::find)
                                .map(dev.pharos.engine.note.Note::markdown)
                                .orElse("");
        String wanted = typed.toLowerCase(Locale.ROOT);
        if (typed.startsWith("^")) {
            return NoteBlocks.of(text).stream()
                    .flatMap(NoteBlock::whole)
                    .filter(block -> !block.where().name().isEmpty())
                    .map(block -> named(block, close))
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).startsWith(wanted))
                    .limit(MOST)
                    .toList();
        }
        return NoteBlocks.of(text).stream()
                .filter(NoteBlock.Heading.class::isInstance)
                .map(NoteBlock::text)
                .distinct()
                .filter(heading -> heading.toLowerCase(Locale.ROOT).contains(wanted))
                .limit(MOST)
                .map(heading -> new Choice(heading, "", heading + close))
                .toList();
    }

    private static Choice named(NoteBlock block, String close) {
        String name = "^" + block.where().name();
        return new Choice(name, block.text(), name + close);
    }

    private static List<Choice> tags(List<Source> sources, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        var all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sources.forEach(source -> all.addAll(source.tags()));
        var found = new ArrayList<Choice>();
        for (var tag : all) {
            if (tag.toLowerCase(Locale.ROOT).contains(wanted)
                    && !tag.equalsIgnoreCase(typed)
                    && found.size() < MOST) {
                found.add(new Choice("#" + tag, "", tag + " "));
            }
        }
        return found;
    }
}
