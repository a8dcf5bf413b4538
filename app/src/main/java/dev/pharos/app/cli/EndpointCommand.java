package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.ChatEndpoints;
import dev.pharos.engine.answer.EndpointAddress;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.ChatProfileStore;
import dev.pharos.engine.settings.ChatProfiles;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `pharos endpoint …`: the chat endpoints that may write answers, and which of them does. An
/// access key comes from the environment or a prompt without echo, where no list of processes shows
/// it, and is never printed.
@Command(name = "endpoint")
final class EndpointCommand implements Callable<Integer> {

    /// What to do with the profiles.
    enum Action {
        LIST,
        SHOW,
        SET,
        USE,
        TEST,
        MODELS,
        ALLOW,
        FORBID,
        REMOVE,
        CLEAR
    }

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "ACTION", descriptionKey = "ACTION", arity = "0..1")
    Action action = Action.SHOW;

    @Option(names = "--name", paramLabel = "PROFILE")
    @Nullable String name;

    @Option(names = "--url", paramLabel = "URL")
    @Nullable String url;

    @Option(names = "--model", paramLabel = "NAME")
    @Nullable String model;

    @Option(names = "--context", paramLabel = "TOKENS")
    @Nullable Integer context;

    @Option(names = "--patience", paramLabel = "SECONDS")
    @Nullable Integer patience;

    @Option(names = "--ask-key")
    boolean askKey;

    @Option(names = "--allow-remote")
    boolean allowRemote;

    EndpointCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        refuseStrayOptions();
        var profiles = store().current();
        return switch (action) {
            case LIST -> list(profiles);
            case SHOW -> show(profiles);
            case SET -> set(profiles);
            case USE -> use(profiles);
            case CLEAR -> clear(profiles);
            case TEST, MODELS, ALLOW, FORBID, REMOVE -> {
                if (url != null) {
                    yield offeredAt(url.strip());
                }
                var profile = named(profiles);
                yield profile.isEmpty() ? unknown() : to(profile.get());
            }
        };
    }

    private int to(ChatProfile profile) throws ProblemException {
        return switch (action) {
            case TEST -> test(profile);
            case MODELS -> models(profile);
            case ALLOW -> allow(profile);
            case FORBID -> {
                store().allow(profile.name(), false);
                session.tell(text("endpoint.forbidden", profile.name(), profile.baseUrl()));
                yield ExitCode.DONE;
            }
            case REMOVE -> {
                store().remove(profile.name());
                session.tell(text("endpoint.removed", profile.name()));
                yield ExitCode.DONE;
            }
            case LIST, SHOW, SET, USE, CLEAR -> throw new IllegalStateException(action.name());
        };
    }

    private void refuseStrayOptions() {
        boolean settings = model != null || context != null || patience != null;
        boolean address = url != null || askKey || allowRemote;
        boolean offered = action == Action.MODELS && url != null && name == null;
        if (action != Action.SET && (settings || address && !offered)) {
            throw wrongUsage("usage.endpointOptions");
        }
        if (url != null && !url.isBlank()) {
            refuse(EndpointAddress.refusal(url));
        }
        if (context != null && context < 0 || patience != null && patience < 1) {
            throw wrongUsage("usage.endpointNumbers");
        }
        if (name != null && (name.isBlank() || name.chars().anyMatch(Character::isISOControl))) {
            throw wrongUsage("usage.endpointName");
        }
    }

    private void refuse(Optional<Detail.Kind> refusal) {
        if (refusal.isPresent()) {
            throw wrongUsage(
                    refusal.get() == Detail.Kind.HOLDS_SECRET
                            ? "usage.endpointSecret"
                            : "usage.endpointAddress");
        }
    }

    private ParameterException wrongUsage(String key) {
        return Session.wrongUsage(Objects.requireNonNull(spec), key);
    }

    private ChatProfileStore store() {
        return session.wiring().chatProfiles();
    }

    /// The one that is named, else the active one, else the one without a name of its own.
    private Optional<ChatProfile> named(ChatProfiles profiles) {
        return name != null
                ? profiles.find(name)
                : profiles.activeProfile().or(() -> profiles.find(ChatProfileStore.DEFAULT));
    }

    private int unknown() {
        session.tell(name == null ? text("endpoint.noProfile") : text("endpoint.unknown", name));
        return ExitCode.PROBLEM;
    }

    private EndpointOutput.Shown shown(ChatProfile profile, ChatProfiles profiles)
            throws ProblemException {
        return new EndpointOutput.Shown(
                profile.baseUrl(),
                profile.model(),
                session.wiring().secrets().has(profile.secret()),
                profile.remoteAllowed(),
                profile.name(),
                profile.name().equals(profiles.active()),
                session.wiring().chatEndpoints().local(profile),
                profile.contextTokens(),
                profile.patienceSeconds());
    }

    private int list(ChatProfiles profiles) throws ProblemException {
        for (var profile : profiles.profiles()) {
            var shown = shown(profile, profiles);
            if (session.json()) {
                session.printJson(shown);
            } else {
                session.print(EndpointOutput.line(shown));
            }
        }
        if (!session.json() && profiles.activeProfile().isEmpty()) {
            session.print(text("endpoint.none"));
        }
        return ExitCode.DONE;
    }

    private int show(ChatProfiles profiles) throws ProblemException {
        var profile = name == null ? profiles.activeProfile() : profiles.find(name);
        if (name != null && profile.isEmpty()) {
            return unknown();
        }
        var shown = profile.isEmpty() ? EndpointOutput.Shown.NONE : shown(profile.get(), profiles);
        if (session.json()) {
            session.printJson(shown);
        } else {
            session.print(profile.isEmpty() ? text("endpoint.none") : EndpointOutput.line(shown));
        }
        return ExitCode.DONE;
    }

    /// What is not given stays as it is; a profile without a name of its own writes the answers at
    /// once, as does the first one.
    private int set(ChatProfiles profiles) throws ProblemException {
        String set = Objects.requireNonNullElse(name, ChatProfileStore.DEFAULT).strip();
        if (set.toLowerCase(Locale.ROOT).equals(Answer.BUILT_IN)) {
            throw wrongUsage("usage.endpointName");
        }
        var before = profiles.find(set);
        String address = first(url, before.map(ChatProfile::baseUrl));
        String chosen = first(model, before.map(ChatProfile::model));
        if (address == null || chosen == null && name == null) {
            throw wrongUsage("usage.endpointSet");
        }
        var profile = profile(set, address, chosen, before);
        var key = key();
        boolean keyed = session.wiring().secrets().has(profile.secret());
        store().save(profile, key);
        if (key != null) {
            tellPlace();
        }
        before.filter(old -> !old.baseUrl().equals(address))
                .filter(old -> old.remoteAllowed() || keyed && key == null)
                .ifPresent(_ -> session.tell(text("endpoint.takenBack", set)));
        if (allowRemote) {
            allow(profile);
        }
        if (name == null || profiles.activeProfile().isEmpty() && chosen != null) {
            store().use(set);
            tellUsed(set);
        } else if (set.equals(profiles.active())) {
            tellUsed(set);
        } else {
            session.tell(text("endpoint.kept", set));
        }
        return ExitCode.DONE;
    }

    /// As it is kept now.
    private void tellUsed(String used) throws ProblemException {
        var profile = store().current().find(used).orElseThrow();
        boolean mayAnswer =
                profile.remoteAllowed() || session.wiring().chatEndpoints().local(profile);
        session.tell(
                text(
                        mayAnswer ? "endpoint.stored" : "endpoint.notAllowed",
                        profile.baseUrl(),
                        String.valueOf(profile.model()),
                        mayAnswer ? session.wiring().folders().settings() : used));
    }

    private ChatProfile profile(
            String set, String address, @Nullable String chosen, Optional<ChatProfile> before) {
        return new ChatProfile(
                set,
                address,
                chosen,
                before.map(ChatProfile::remoteAllowed).orElse(false),
                first(context, before.map(ChatProfile::contextTokens), 0),
                first(
                        patience,
                        before.map(ChatProfile::patienceSeconds),
                        ChatProfile.PATIENCE_SECONDS));
    }

    private static @Nullable String first(@Nullable String given, Optional<String> before) {
        return given == null || given.isBlank() ? before.orElse(null) : given.strip();
    }

    private static int first(@Nullable Integer given, Optional<Integer> before, int otherwise) {
        return given == null ? before.orElse(otherwise) : given;
    }

    /// Null where none is given.
    private @Nullable String key() {
        if (!askKey) {
            return System.getenv(ChatChoice.KEY);
        }
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            throw wrongUsage("usage.noConsole");
        }
        char[] typed = console.readPassword(text("endpoint.askKey"));
        return typed == null ? null : new String(typed);
    }

    private void tellPlace() {
        var secrets = session.wiring().secrets();
        session.tell(
                switch (secrets.place()) {
                    case PLATFORM -> text("endpoint.keyInPlatform");
                    case ENCRYPTED_FILE -> text("endpoint.keyEncrypted");
                    case OWNER_ONLY_FILE -> text("endpoint.keyInFile");
                });
    }

    private int use(ChatProfiles profiles) throws ProblemException {
        if (name == null) {
            throw wrongUsage("usage.endpointUse");
        }
        if (name.equals(Answer.BUILT_IN)) {
            store().use(null);
            session.tell(text("endpoint.cleared"));
            return ExitCode.DONE;
        }
        var profile = profiles.find(name);
        if (profile.isEmpty()) {
            return unknown();
        }
        if (profile.get().model() == null) {
            session.tell(text("endpoint.modelMissing", name));
            return ExitCode.PROBLEM;
        }
        store().use(name);
        tellUsed(name);
        return ExitCode.DONE;
    }

    /// The profile stays; its key does not, as this command has always promised.
    private int clear(ChatProfiles profiles) throws ProblemException {
        var active = profiles.activeProfile();
        if (active.isPresent()) {
            store().save(active.get(), "");
        }
        store().use(null);
        session.tell(text("endpoint.cleared"));
        return ExitCode.DONE;
    }

    private int allow(ChatProfile profile) throws ProblemException {
        if (session.wiring().chatEndpoints().local(profile)) {
            session.tell(text("endpoint.isLocal", profile.name(), profile.baseUrl()));
            return ExitCode.DONE;
        }
        store().allow(profile.name(), true);
        boolean open = profile.baseUrl().toLowerCase(Locale.ROOT).startsWith("http:");
        session.tell(text("endpoint.allowed", profile.name(), profile.baseUrl(), open ? 1 : 0));
        return ExitCode.DONE;
    }

    /// Of an address that no profile has yet: who knows no model's name cannot set one up.
    private int offeredAt(String address) throws ProblemException {
        var key = Objects.requireNonNullElse(key(), "");
        return models(
                ChatProfile.of("-", address, null).allowing(allowRemote),
                session.wiring().chatEndpoints(key));
    }

    private int models(ChatProfile profile) throws ProblemException {
        return models(profile, session.wiring().chatEndpoints());
    }

    private int models(ChatProfile profile, ChatEndpoints endpoints) throws ProblemException {
        try (var bar = session.bar("progress.answer")) {
            var models = endpoints.models(profile, bar);
            if (session.json()) {
                session.printJson(
                        new EndpointOutput.Offered(profile.name(), profile.baseUrl(), models));
            } else {
                models.forEach(session::print);
            }
            if (models.isEmpty()) {
                session.tell(text("endpoint.noModels", profile.baseUrl()));
            }
        }
        return ExitCode.DONE;
    }

    private int test(ChatProfile profile) throws ProblemException {
        try (var bar = session.bar("progress.answer")) {
            var trial = session.wiring().chatEndpoints().test(profile, bar);
            if (session.json()) {
                session.printJson(
                        new EndpointOutput.Tested(
                                profile.name(),
                                profile.baseUrl(),
                                trial.model(),
                                trial.reply(),
                                trial.firstWordMs(),
                                trial.totalMs()));
            } else {
                session.print(
                        text(
                                "endpoint.tested",
                                trial.model(),
                                trial.firstWordMs(),
                                trial.totalMs(),
                                trial.reply()));
            }
        }
        return ExitCode.DONE;
    }
}
