package dev.pharos.models.chat;

import com.openai.models.models.Model;
import com.openai.models.models.ModelListPageAsync;

import dev.pharos.engine.answer.ChatEndpoints;
import dev.pharos.engine.answer.EndpointAddress;
import dev.pharos.engine.answer.LanguageModel;
import dev.pharos.engine.answer.LanguageModel.Message;
import dev.pharos.engine.answer.LanguageModel.Role;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.web.Endpoint;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/// Endpoints that speak OpenAI's chat protocol. Without the owner's permission it speaks to this
/// machine only.
public final class OpenAiChatEndpoints implements ChatEndpoints {
    private static final List<Message> GREETING =
            List.of(new Message(Role.USER, "Reply with one word: ready"));

    /// Gives the access key of a profile, if it has one.
    @FunctionalInterface
    public interface Keys {
        Optional<String> of(ChatProfile profile) throws ProblemException;
    }

    private final Keys keys;

    /// @param keys asked only for endpoints that may be spoken to
    public OpenAiChatEndpoints(Keys keys) {
        this.keys = keys;
    }

    @Override
    public boolean local(ChatProfile profile) {
        var endpoint = Endpoint.parse(profile.baseUrl());
        return endpoint != null && endpoint.local();
    }

    private static Endpoint allowed(ChatProfile profile) throws ProblemException {
        var endpoint = Endpoint.parse(profile.baseUrl());
        if (endpoint == null) {
            throw EndpointFailure.address(profile.baseUrl(), Kind.NOT_AN_ADDRESS);
        }
        if (!endpoint.local() && !profile.remoteAllowed()) {
            throw new ProblemException(new Problem.RemoteNotAllowed(profile.baseUrl()));
        }
        var refusal = EndpointAddress.refusal(profile.baseUrl());
        if (refusal.isPresent()) {
            throw EndpointFailure.address(profile.baseUrl(), refusal.get());
        }
        return endpoint;
    }

    @Override
    public LanguageModel open(ChatProfile profile) throws ProblemException {
        return model(profile);
    }

    private OpenAiLanguageModel model(ChatProfile profile) throws ProblemException {
        var endpoint = allowed(profile);
        String model = profile.model();
        if (model == null || model.isBlank()) {
            throw EndpointFailure.noModel(profile.baseUrl());
        }
        return new OpenAiLanguageModel(
                endpoint, model, key(profile), profile.contextTokens(), profile.patience());
    }

    private String key(ChatProfile profile) throws ProblemException {
        return keys.of(profile).orElse("");
    }

    @Override
    public Trial test(ChatProfile profile, Progress progress) throws ProblemException {
        try (var model = model(profile)) {
            return model.tried(GREETING, progress);
        }
    }

    /// What came of asking for the models.
    private record Listing(@Nullable ModelListPageAsync page, @Nullable Throwable failure) {}

    @Override
    public List<String> models(ChatProfile profile, Progress progress) throws ProblemException {
        var endpoint = allowed(profile);
        String key = key(profile);
        var listings = new LinkedBlockingQueue<Listing>();
        try (var line = new Line(endpoint, profile.patience())) {
            line.execute(() -> {
                try {
                    listings.add(new Listing(line.client(key).models().list().join(), null));
                } catch (RuntimeException | LinkageError e) {
                    listings.add(new Listing(null, e));
                }
            });
            var listing = Line.next(listings, progress);
            var page = listing.page();
            if (page == null) {
                throw new BrokenReply(listing.failure(), false, false);
            }
            return names(page);
        } catch (BrokenReply broken) {
            throw new EndpointFailure(endpoint, key, profile.patience()).of(broken);
        }
    }

    /// A server that has none may say `null`; one that says nothing of them is no such server.
    private static List<String> names(ModelListPageAsync page) throws BrokenReply {
        try {
            var data = page.response()._data();
            if (data.isMissing()) {
                throw new BrokenReply(null, false, false);
            }
            return data.isNull()
                    ? List.of()
                    : page.response().data().stream().map(Model::id).toList();
        } catch (RuntimeException e) {
            throw new BrokenReply(e, false, false);
        }
    }
}
