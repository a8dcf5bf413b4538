package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.ChatSettings;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos endpoint show|set|clear`: which language model writes the answers. The access key is
/// taken from the environment only, where no process list shows it, and is never printed.
@Command(name = "endpoint")
final class EndpointCommand implements Callable<Integer> {

    /// What to do with the setting.
    enum Action {
        SHOW,
        SET,
        CLEAR
    }

    /// @param keyStored an access key is stored; the key itself is not shown
    record Shown(
            @Nullable String url,
            @Nullable String model,
            boolean keyStored,
            boolean remoteAllowed) {}

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "ACTION", descriptionKey = "ACTION", arity = "0..1")
    Action action = Action.SHOW;

    @Option(names = "--url", paramLabel = "URL")
    @Nullable String url;

    @Option(names = "--model", paramLabel = "NAME")
    @Nullable String model;

    @Option(names = "--allow-remote")
    boolean allowRemote;

    EndpointCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        switch (action) {
            case SHOW -> show();
            case SET -> set();
            case CLEAR -> {
                session.wiring().store(ChatSettings.NONE);
                session.tell(text("endpoint.cleared"));
            }
        }
        return ExitCode.DONE;
    }

    private void set() throws ProblemException {
        if (url == null || model == null) {
            throw Session.wrongUsage(Objects.requireNonNull(spec), "usage.endpointSet");
        }
        var key = System.getenv(ChatChoice.KEY);
        session.wiring().store(new ChatSettings(url, model, key, allowRemote));
        session.tell(text("endpoint.stored", url, model, session.wiring().folders().settings()));
    }

    private void show() throws ProblemException {
        var chat = session.wiring().chatSettings();
        if (session.json()) {
            session.printJson(
                    new Shown(
                            chat.baseUrl(),
                            chat.model(),
                            chat.apiKey() != null,
                            chat.remoteAllowed()));
        } else if (chat.configured()) {
            session.print(
                    text(
                            "endpoint.shown",
                            String.valueOf(chat.baseUrl()),
                            String.valueOf(chat.model()),
                            chat.apiKey() == null ? 0 : 1,
                            chat.remoteAllowed() ? 1 : 0));
        } else {
            session.print(text("endpoint.none"));
        }
    }
}
