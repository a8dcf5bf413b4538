package dev.pharos.ui.settings;

import dev.pharos.engine.settings.ChatProfiles.ChatProfile;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/// A chat endpoint as it is typed.
public final class EndpointDraft {

    /// What is wrong with what was typed.
    public enum Flaw {
        NO_ADDRESS,
        NAME_TAKEN,
        NO_NUMBER,

        /// Only to be tested it needs one.
        NO_MODEL
    }

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty key = new SimpleStringProperty("");
    private final StringProperty model = new SimpleStringProperty("");
    private final StringProperty context = new SimpleStringProperty("");
    private final StringProperty patience = new SimpleStringProperty("");
    private final BooleanProperty remoteAllowed = new SimpleBooleanProperty();

    EndpointDraft() {
        address.subscribe((_, _) -> remoteAllowed.set(false));
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty addressProperty() {
        return address;
    }

    /// A new key; empty leaves the one that is kept.
    public StringProperty keyProperty() {
        return key;
    }

    public StringProperty modelProperty() {
        return model;
    }

    /// Tokens, as typed; empty where unknown.
    public StringProperty contextProperty() {
        return context;
    }

    /// Seconds, as typed.
    public StringProperty patienceProperty() {
        return patience;
    }

    /// Whether its owner agrees that text leaves this machine for it; another address needs another
    /// consent.
    public BooleanProperty remoteAllowedProperty() {
        return remoteAllowed;
    }

    /// @param profile null for a new one
    void show(@Nullable ChatProfile profile) {
        name.set(profile == null ? "" : profile.name());
        address.set(profile == null ? "" : profile.baseUrl());
        key.set("");
        model.set(profile == null || profile.model() == null ? "" : profile.model());
        context.set(
                profile == null || profile.contextTokens() == 0
                        ? ""
                        : String.valueOf(profile.contextTokens()));
        patience.set(
                String.valueOf(
                        profile == null
                                ? ChatProfile.PATIENCE_SECONDS
                                : profile.patienceSeconds()));
        remoteAllowed.set(profile != null && profile.remoteAllowed());
    }

    @Nullable Flaw flaw() {
        if (address.get().isBlank()) {
            return Flaw.NO_ADDRESS;
        }
        return number(context) < 0 || number(patience) < 0 ? Flaw.NO_NUMBER : null;
    }

    /// What was typed, once it has no flaw. One without a name is called by its address.
    ChatProfile profile() {
        String typed = name.get().strip();
        String chosen = model.get() == null ? "" : model.get().strip();
        int seconds = number(patience);
        return new ChatProfile(
                typed.isEmpty() ? host() : typed,
                address.get().strip(),
                chosen.isEmpty() ? null : chosen,
                remoteAllowed.get(),
                number(context),
                seconds == 0 ? ChatProfile.PATIENCE_SECONDS : seconds);
    }

    private String host() {
        String typed = address.get().strip();
        try {
            var host = URI.create(typed).getAuthority();
            return host == null ? typed : host;
        } catch (IllegalArgumentException _) {
            return typed;
        }
    }

    /// 0 where nothing was typed, -1 where it is no number.
    private static int number(StringProperty typed) {
        String text = typed.get() == null ? "" : typed.get().strip();
        if (text.isEmpty()) {
            return 0;
        }
        return text.matches("\\d{1,8}") ? Integer.parseInt(text) : -1;
    }
}
