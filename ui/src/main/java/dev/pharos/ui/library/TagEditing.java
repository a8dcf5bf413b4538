package dev.pharos.ui.library;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.tag.Tag;
import dev.pharos.engine.tag.TagName;
import dev.pharos.engine.tag.Tags;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Changes the tags of sources; each change is told, with a way back. For the JavaFX thread.
public final class TagEditing {

    /// Tells what was done.
    @FunctionalInterface
    public interface News {

        /// @param back takes it back, or null where there is nothing to take back
        void told(String words, @Nullable Runnable back);
    }

    @FunctionalInterface
    private interface Deed {
        Tags.Change by(Tags tags, Progress progress) throws ProblemException;
    }

    private final Tags tags;
    private final Background background;
    private final News news;
    private final Texts texts;
    private final ProblemText problems;
    private final ReadOnlyObjectWrapper<List<Tag>> known = new ReadOnlyObjectWrapper<>(List.of());
    private Runnable asking = () -> {};

    public TagEditing(Tags tags, Background background, News news, Texts texts) {
        this.tags = tags;
        this.background = background;
        this.news = news;
        this.texts = texts;
        problems = new ProblemText(texts);
    }

    /// All tags that there are, each above those nested below it, as they were when last read.
    public ReadOnlyObjectProperty<List<Tag>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /// Where a tag is asked for: the list that had the keyboard last.
    void setAsking(Runnable ask) {
        asking = ask;
    }

    /// Asks for a tag for the sources that are chosen in the list that had the keyboard last.
    public void ask() {
        asking.run();
    }

    /// The names of all tags.
    List<String> names() {
        return known.get().stream().map(Tag::name).toList();
    }

    /// Of a tag, or null.
    @Nullable String colour(String tag) {
        return known.get().stream()
                .filter(each -> TagName.key(each.name()).equals(TagName.key(tag)))
                .findFirst()
                .map(Tag::colour)
                .orElse(null);
    }

    /// Reads what tags there are.
    public void load() {
        background
                .<List<Tag>>job(
                        _ -> flat(tags.all(), new ArrayList<>()),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var now)) {
                                known.set(now);
                            }
                        })
                .start();
    }

    private static List<Tag> flat(List<Tag> tree, List<Tag> into) {
        for (Tag tag : tree) {
            into.add(tag);
            flat(tag.nested(), into);
        }
        return into;
    }

    void add(List<SourceId> sources, String tag) {
        change((all, progress) -> all.add(sources, List.of(tag), progress));
    }

    void remove(List<SourceId> sources, String tag) {
        change((all, progress) -> all.remove(sources, List.of(tag), progress));
    }

    void rename(String from, String to) {
        change((all, progress) -> all.rename(from, to, progress));
    }

    void merge(String from, String into) {
        change((all, progress) -> all.merge(List.of(from), into, progress));
    }

    void delete(String tag) {
        change((all, progress) -> all.delete(tag, progress));
    }

    /// @param colour `#rrggbb`, or null for none
    void colour(String tag, @Nullable String colour) {
        change((all, _) -> all.colour(tag, colour));
    }

    private void change(Deed deed) {
        background.<Tags.Change>job(progress -> deed.by(tags, progress), this::told).start();
    }

    private void told(Outcome<Tags.Change> outcome) {
        switch (outcome) {
            case Outcome.Done(var change) -> {
                load();
                if (change.colours().isEmpty() || change.changed() > 0) {
                    boolean any = change.changed() > 0;
                    news.told(
                            texts.text("tags.changed", change.changed()),
                            any ? () -> undo(change) : null);
                }
            }
            case Outcome.Failed(var problem) -> news.told(problems.of(problem), null);
            case Outcome.Cancelled() -> {}
        }
    }

    private void undo(Tags.Change change) {
        background
                .<Tags.Change>job(
                        _ -> {
                            tags.undo(change);
                            return change;
                        },
                        outcome -> {
                            load();
                            if (outcome instanceof Outcome.Failed(var problem)) {
                                news.told(problems.of(problem), null);
                            }
                        })
                .start();
    }
}
