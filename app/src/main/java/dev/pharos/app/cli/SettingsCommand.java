package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos settings`: single settings by dotted names. Access keys are neither shown nor set here.
@Command(name = "settings")
final class SettingsCommand implements Callable<Integer> {

    /// What to do with settings.
    enum Action {
        LIST,
        GET,
        SET
    }

    /// @param value null where nothing is chosen
    record Setting(String name, @Nullable Object value, boolean isDefault) {}

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "ACTION", arity = "0..1")
    Action action = Action.LIST;

    @Parameters(
            index = "1..*",
            paramLabel = "NAME [VALUE]",
            descriptionKey = "NAME",
            arity = "0..2")
    List<String> words = List.of();

    @Option(names = "--default")
    boolean toDefault;

    SettingsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        var command = Objects.requireNonNull(spec);
        int wanted =
                switch (action) {
                    case LIST -> 0;
                    case GET -> 1;
                    case SET -> toDefault ? 1 : 2;
                };
        if (words.size() != wanted || toDefault && action != Action.SET) {
            throw Session.wrongUsage(command, "usage.settings");
        }
        var settings = new NamedSettings(session.wiring().settings());
        if (action == Action.LIST) {
            for (var name : settings.names()) {
                show(settings.get(name));
            }
            return ExitCode.DONE;
        }
        var name = words.getFirst();
        if (!settings.names().contains(name)) {
            var why = name.startsWith("chat") ? "usage.settingsEndpoint" : "usage.settingsName";
            throw Session.wrongUsage(command, why, name);
        }
        if (action == Action.SET) {
            set(settings, name);
        }
        show(settings.get(name));
        return ExitCode.DONE;
    }

    private void set(NamedSettings settings, String name) throws ProblemException {
        var command = Objects.requireNonNull(spec);
        if (toDefault) {
            settings.reset(name);
            return;
        }
        var refusal = settings.refusal(name, words.getLast());
        if (refusal != null) {
            throw Session.wrongUsage(command, refusal, name, words.getLast());
        }
        if (name.equals(NamedSettings.SPEECH_MODEL)) {
            checkModel(words.getLast());
        }
        settings.set(name, words.getLast());
    }

    /// A model that can be had may be chosen before it is here.
    private void checkModel(String model) throws ProblemException {
        try {
            session.wiring().speechModels().find(model);
        } catch (ProblemException e) {
            var hint = AbsentModel.hint(session.wiring().shelf(), e.problem());
            if (!(e.problem() instanceof Problem.MissingModel)) {
                throw e;
            }
            if (hint == null) {
                throw Session.wrongUsage(
                        Objects.requireNonNull(spec),
                        "usage.settingsModel",
                        NamedSettings.SPEECH_MODEL,
                        model);
            }
            session.tell(hint);
        }
    }

    private void show(Setting setting) {
        if (session.json()) {
            session.printJson(setting);
        } else {
            var value = setting.value();
            session.print(
                    text(
                            "settings.line",
                            setting.name(),
                            value == null ? text("settings.none") : value.toString(),
                            setting.isDefault() ? 1 : 0));
        }
    }
}
