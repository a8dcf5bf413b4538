package dev.pharos.ui.conversation;

import dev.pharos.engine.conversation.Conversation;
import dev.pharos.engine.conversation.Conversations;
import dev.pharos.engine.conversation.Conversations.Found;
import dev.pharos.engine.conversation.Talk;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.conversation.ConversationViewModel.State;
import dev.pharos.ui.library.Changing;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Kept;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Reload;
import dev.pharos.ui.work.WindowFile;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/// The conversations that are kept, the last one first, narrowed by words, and the one that is
/// open. One that is left while its answer is written goes on. For the JavaFX thread.
public final class ConversationsViewModel {

    /// What it works with.
    ///
    /// @param settings of the library whose conversations these are
    /// @param changing deletes and renames, and tells the way back
    /// @param typing waits until somebody has typed
    /// @param news tells of a question that has failed out of sight
    public record Around(
            Talk talk,
            WindowFile settings,
            Changing changing,
            Background background,
            Executor typing,
            AnswerKeeping.News news) {}

    private final Talk talk;
    private final Changing changing;
    private final Background background;
    private final AnswerKeeping.News news;
    private final Texts texts;
    private final Kept<ConversationSettings> settings;
    private final Reload<List<Found>> reload;
    private final ObservableList<Found> shown = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ConversationViewModel> open;

    private final ReadOnlyIntegerWrapper entered = new ReadOnlyIntegerWrapper();

    /// Those that are left while they are written.
    private final List<ConversationViewModel> writing = new ArrayList<>();

    /// Opens what was open the last time.
    public ConversationsViewModel(Around around, Texts texts) {
        talk = around.talk();
        changing = around.changing();
        background = around.background();
        news = around.news();
        this.texts = texts;
        reload = new Reload<>(background);
        settings =
                around.settings()
                        .kept(
                                ConversationSettings.FEATURE,
                                ConversationSettings.class,
                                ConversationSettings.DEFAULT,
                                before -> before,
                                background);
        open = new ReadOnlyObjectWrapper<>(of(last()));
        changing.onChange(this::load);
        filter.subscribe((_, _) -> around.typing().execute(this::load));
    }

    private Conversation.@Nullable Id last() {
        String kept = settings.value().open();
        try {
            return kept == null ? null : new Conversation.Id(UUID.fromString(kept));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private ConversationViewModel of(Conversation.@Nullable Id id) {
        return new ConversationViewModel(talk, background, id, this::ended);
    }

    /// An answer has come, or was stopped, or has failed.
    private void ended(ConversationViewModel conversation) {
        writing.remove(conversation);
        if (conversation == open.get()) {
            remember();
        } else if (conversation.stateProperty().get() instanceof State.Failed failed) {
            news.told(
                    new ProblemText(texts).of(failed.problem()),
                    texts.text("conversation.open"),
                    () -> show(conversation));
        }
        load();
    }

    private void remember() {
        var id = open.get().idProperty().get();
        String now = id == null ? null : id.toString();
        settings.change(_ -> new ConversationSettings(now));
    }

    /// Reads what there is.
    public void load() {
        String words = filter.get().strip();
        reload.read(
                _ ->
                        words.isEmpty()
                                ? talk.conversations().all().stream()
                                        .map(each -> new Found(each, Optional.empty()))
                                        .toList()
                                : talk.conversations().search(words),
                outcome -> {
                    if (outcome instanceof Outcome.Done(var now)) {
                        shown.setAll(now);
                        now.stream()
                                .filter(each -> open.get().is(each.conversation().id()))
                                .forEach(each -> open.get().setTitle(each.conversation().title()));
                        none.set(words.isEmpty() && now.isEmpty());
                    }
                });
    }

    public ObservableList<Found> shown() {
        return shown;
    }

    /// Whether there is none at all; false until that is known.
    public ReadOnlyBooleanProperty noneProperty() {
        return none.getReadOnlyProperty();
    }

    /// Words that a conversation must say.
    public StringProperty filterProperty() {
        return filter;
    }

    /// The one that is open; a new one where nothing was asked yet.
    public ReadOnlyObjectProperty<ConversationViewModel> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// A new one, where it is to be typed.
    public void enter() {
        begin();
        entered.set(entered.get() + 1);
    }

    /// How often somebody was led to the field of the next question.
    ReadOnlyIntegerProperty enteredProperty() {
        return entered.getReadOnlyProperty();
    }

    private void begin() {
        if (!open.get().untouched()) {
            show(of(null));
        }
    }

    /// Begins a conversation with a question.
    public void ask(String question) {
        if (!question.isBlank()) {
            enter();
            open.get().ask(question.strip());
        }
    }

    public void open(Conversation.Id id) {
        if (!open.get().is(id)) {
            show(writing.stream().filter(each -> each.is(id)).findFirst().orElseGet(() -> of(id)));
        }
    }

    private void show(ConversationViewModel next) {
        if (open.get().writing()) {
            writing.add(open.get());
        }
        writing.remove(next);
        open.set(next);
        remember();
    }

    public void rename(Conversation conversation, String title) {
        if (title.isBlank() || title.strip().equals(conversation.title())) {
            return;
        }
        var all = talk.conversations();
        changing.begin(_ -> {
            save(all, conversation.id(), title.strip());
            return new Changing.Done(
                    texts.text("conversation.renamed", title.strip()),
                    _ -> save(all, conversation.id(), conversation.title()));
        });
    }

    private static void save(Conversations all, Conversation.Id id, String title) {
        all.find(id).ifPresent(now -> all.save(now.titled(title)));
    }

    /// Puts conversations away; that can be taken back.
    public void delete(List<Conversation> chosen) {
        if (chosen.isEmpty()) {
            return;
        }
        var all = talk.conversations();
        var ids = chosen.stream().map(Conversation::id).toList();
        for (var id : ids) {
            writing.stream().filter(each -> each.is(id)).forEach(ConversationViewModel::drop);
            if (open.get().is(id)) {
                open.get().drop();
                show(of(null));
            }
        }
        changing.begin(_ -> {
            var now = Instant.now();
            ids.forEach(id -> all.delete(id, now));
            return new Changing.Done(
                    texts.text("conversation.deleted", ids.size(), chosen.getFirst().title()),
                    _ -> ids.forEach(all::restore));
        });
    }
}
