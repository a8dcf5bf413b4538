package dev.pharos.engine.answer;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;
import dev.pharos.engine.work.Progress;

import java.util.List;

/// Reaches the chat endpoints that the user has set up. Opens no socket before it is asked to. Any
/// thread.
public interface ChatEndpoints {

    /// The names of the models that the endpoint offers, as it orders them.
    ///
    /// @throws ProblemException `RemoteNotAllowed`, `EndpointFailed`
    List<String> models(ChatProfile profile, Progress progress) throws ProblemException;

    /// Asks the profile's model for one short reply: the Test button.
    ///
    /// @throws ProblemException `RemoteNotAllowed`, `EndpointFailed`
    Trial test(ChatProfile profile, Progress progress) throws ProblemException;

    /// The model behind the profile; opens no socket yet. The caller closes it.
    ///
    /// @throws ProblemException `RemoteNotAllowed`, or `EndpointFailed` where the address is none
    LanguageModel open(ChatProfile profile) throws ProblemException;

    /// Whether the address is on this machine; asks no name server.
    boolean local(ChatProfile profile);

    /// What came back.
    ///
    /// @param firstWordMs from the question to the first word
    record Trial(String model, String reply, long firstWordMs, long totalMs) {}
}
