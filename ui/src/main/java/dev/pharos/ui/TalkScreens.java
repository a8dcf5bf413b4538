package dev.pharos.ui;

import dev.pharos.engine.library.Source;
import dev.pharos.ui.answer.AnswerView;
import dev.pharos.ui.command.Command.Group;
import dev.pharos.ui.control.Where;
import dev.pharos.ui.conversation.AnswerKeeping;
import dev.pharos.ui.conversation.ConversationController;
import dev.pharos.ui.conversation.ConversationsController;
import dev.pharos.ui.conversation.ConversationsViewModel;
import dev.pharos.ui.conversation.NextSteps;
import dev.pharos.ui.conversation.ScopeViewModel;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.shell.Location.Page;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.shell.ShellViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Pause;
import dev.pharos.ui.work.WindowFile;

import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// Builds the conversations with the library: the list of those that are kept, and the one that is
/// open, of which the window has one, however many panes show it. For the JavaFX thread.
final class TalkScreens {
    private static final Duration TYPING = Duration.millis(200);
    private static final Duration NEWS = Duration.millis(1_500);

    private final Desktop desktop;
    private final LibraryViewModel library;
    private final ShellViewModel shell;
    private final CommandScreens commands;
    private final Background background;
    private final Texts texts;
    private NextSteps.Collecting collecting = (_, _, _) -> {};
    private Consumer<Source> making = _ -> {};
    private @Nullable ConversationsViewModel conversations;

    TalkScreens(
            Desktop desktop,
            LibraryViewModel library,
            ShellViewModel shell,
            CommandScreens commands,
            Background background,
            Texts texts) {
        this.desktop = desktop;
        this.library = library;
        this.shell = shell;
        this.commands = commands;
        this.background = background;
        this.texts = texts;
        var all = commands.commands();
        all.add(Group.DO, "command.newConversation", this::begin, "Shortcut+Shift+K");
        all.add(
                Group.DO,
                "command.conversationNote",
                this::answered,
                () -> keeping().note(all().openProperty().get().turns()));
    }

    private ConversationsViewModel all() {
        if (conversations == null) {
            conversations =
                    new ConversationsViewModel(
                            new ConversationsViewModel.Around(
                                    desktop.library().talk(),
                                    WindowFile.of(desktop.settings(), desktop.library()),
                                    commands.changing(),
                                    background,
                                    Pause.afterTheLast(TYPING),
                                    this::told),
                            texts);
        }
        return conversations;
    }

    /// What is done about it leads to the conversation that is open then.
    private void told(String words, @Nullable String action, @Nullable Runnable does) {
        commands.toasts()
                .show(
                        words,
                        action,
                        () -> {
                            if (does != null) {
                                does.run();
                            }
                            shell.show(Page.ASK);
                        });
    }

    /// @param collects puts what is cited into a collection
    /// @param makes asks how a note is to be made of what is cited
    void onNext(NextSteps.Collecting collects, Consumer<Source> makes) {
        collecting = collects;
        making = makes;
    }

    private NextSteps next() {
        return new NextSteps(
                new NextSteps.Parts(
                        desktop.library().talk().next(),
                        keeping(),
                        this::openCited,
                        (collection, name, sources) -> collecting.put(collection, name, sources),
                        id -> {
                            var source = library.find(id);
                            if (source != null) {
                                making.accept(source);
                            }
                        },
                        background),
                texts);
    }

    /// Whether there is an answer in the conversation that is open.
    private boolean answered() {
        return conversations != null && !all().openProperty().get().turns().isEmpty();
    }

    private void begin() {
        shell.setAsking(true);
        all().enter();
        shell.show(Page.ASK);
    }

    /// Begins a conversation with a question; without one, leads to the one that is open.
    void ask(String question) {
        all().ask(question);
    }

    /// Where there are two halves, the answer stays in view.
    private void openCited(Target target, Where where) {
        boolean beside = where == Where.HERE && shell.splitProperty().get();
        shell.open(target, beside ? Where.BESIDE : where);
    }

    private AnswerKeeping keeping() {
        var kept = desktop.library();
        return new AnswerKeeping(
                kept.talk().text(),
                kept.notes(),
                kept.talk().quizzes(),
                background,
                shell,
                commands.toasts()::show,
                texts);
    }

    /// The list of those that are kept.
    Pane list() {
        var controller = new ConversationsController(all(), () -> shell.show(Page.ASK), texts);
        return new Pane(
                new Fxml(texts).load(ConversationsController.class, "conversations", controller),
                controller::content);
    }

    /// The one that is open.
    Pane conversation(WelcomeScreens welcome) {
        var kept = desktop.library();
        var toasts = commands.toasts();
        var scopes =
                new ScopeViewModel(kept.collections(), kept.tags(), library, background, texts);
        var controller =
                new ConversationController(
                        new ConversationController.Parts(
                                all(),
                                scopes,
                                keeping(),
                                next(),
                                new AnswerView.Leads(
                                        this::openCited,
                                        library::find,
                                        words -> toasts.show(words, null, null)),
                                texts));
        var root = new Fxml(texts).load(ConversationController.class, "conversation", controller);
        var news = Pause.atMost(NEWS);
        library.all().subscribe(() -> news.execute(controller::changed));
        welcome.withQuestion(controller.empty());
        return new Pane(root, controller::content, controller::first, null);
    }
}
