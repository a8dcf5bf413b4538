package dev.pharos.ui;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.research.SearchService;
import dev.pharos.engine.research.SearchServiceStore;
import dev.pharos.engine.settings.ChatProfileStore;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.making.MakingQuestion.Beyond;
import dev.pharos.ui.making.MakingQuestion.Place;
import dev.pharos.ui.work.Work;

import java.net.URI;
import java.util.Objects;

/// Reads in the settings what may be asked beside the library while a note is made; asks nobody.
record MakingReach(Desktop desktop, Texts texts) implements Work<Beyond> {
    @Override
    public Beyond run(Progress progress) throws ProblemException {
        var ports = desktop.ports();
        if (ports == null) {
            return Beyond.NONE;
        }
        var file = desktop.settings();
        var service =
                new SearchServiceStore(file, ports.secrets())
                        .current()
                        .map(each -> place(each, ports.web().local(each)));
        var model =
                new ChatProfileStore(file, ports.secrets())
                        .current()
                        .activeProfile()
                        .filter(each -> each.model() != null)
                        .map(each -> place(each, ports.endpoints().local(each)))
                        .filter(Place::allowed);
        return new Beyond(service.orElse(null), model.orElse(null));
    }

    private static Place place(SearchService service, boolean local) {
        var address = service.address();
        return new Place(address, address, local, local || service.remoteAllowed());
    }

    private Place place(ChatProfile profile, boolean local) {
        var address = profile.baseUrl();
        var model = String.valueOf(profile.model());
        var name =
                local
                        ? texts.text("making.modelHere", model)
                        : texts.text("making.modelAt", model, host(address));
        return new Place(name, address, local, local || profile.remoteAllowed());
    }

    private static String host(String address) {
        try {
            return Objects.requireNonNullElse(URI.create(address).getHost(), address);
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
