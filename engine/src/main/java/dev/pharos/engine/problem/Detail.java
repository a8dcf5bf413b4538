package dev.pharos.engine.problem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Why something went wrong, as a part of a [Problem]: a reason that Pharos knows, or the own words
/// of a runtime, a server or the system. The words for the former are chosen where it is shown, by
/// [#key].
///
/// @param told what those words need, such as the name of a file; of [Kind#SAID] the words
public record Detail(Kind kind, List<String> told) {

    /// The reasons; what each tells stands behind it.
    public enum Kind {
        /// Words that are not Pharos' own: these.
        SAID,

        // Why a chat endpoint does not answer as it should. Most tell what it, or the network,
        // said.

        /// It is no address on the web.
        NOT_AN_ADDRESS,
        /// A name, a password or a question mark stands in the address, and would be kept and shown
        /// with it.
        HOLDS_SECRET,
        NO_MODEL_CHOSEN,
        UNREACHABLE,
        INSECURE,
        /// No word within so many seconds.
        SILENT,
        KEY_REFUSED,
        /// It knows no such model or path.
        UNKNOWN_THERE,
        BUSY,
        SERVER_FAILED,
        REQUEST_REFUSED,
        /// It sends to this address.
        REDIRECTED,
        NO_CHAT,
        BROKEN_OFF,
        /// The same, and nobody said anything.
        ENDED_EARLY,
        /// The model may write, or read and write together, no more than it did.
        LENGTH_REACHED,
        HELD_BACK,
        /// It answered in order, and without a word.
        EMPTY_REPLY,

        // Why the reply of a language model is no note.

        NO_NOTE_OBJECT,
        /// This part of it.
        OTHER_SHAPE,
        /// As ISO 639-1 names the one that was asked for.
        OTHER_LANGUAGE,
        NO_GROUND,
        /// It has more than so many letters.
        REPLY_TOO_LONG,

        // Why a search service, or a page, brings nothing.

        NO_KEY,
        /// It is SearXNG and does not speak JSON.
        FORMAT_OFF,
        /// It said this.
        NO_SEARCH,
        /// It answered with more than so many bytes.
        ANSWER_TOO_LONG,
        /// This host is not on the open web.
        OUT_OF_REACH,
        /// What is there is of this type.
        NO_TEXT_THERE,
        /// It has more than so many bytes.
        TOO_BIG,

        // Why a file is no whole model.

        NO_FILE,
        EMPTY_FILE,
        OTHER_FORMAT,
        /// This part of it.
        DAMAGED_PART,
        CUT_OFF,
        /// No model has such numbers as are in this part.
        WRONG_NUMBERS,
        /// By so many bytes.
        TOO_LONG,
        NOT_LOADED,

        // Why a folder is no model, or what is brought none.

        NO_WEIGHTS,
        NO_TOKENIZER,
        NO_DIMENSION,
        NO_MAX_TOKENS,
        UNKNOWN_POOLING,
        /// This file in it.
        UNREADABLE,
        /// This file in it.
        INCOMPLETE,
        /// This file.
        NO_TORCH_SCRIPT,
        /// Found, expected.
        OTHER_DIMENSION,
        NO_VECTOR,
        /// This file in it.
        MISSING_PART,
        /// This file.
        NOT_ONNX,
        NO_NATIVES,
        ONLY_A_PART,

        // Why nothing came of what was to be fetched.

        /// With this status.
        NOT_THERE,
        /// Of this type.
        A_PAGE,
        /// Of this name.
        UNKNOWN_HOST,
        /// This proxy, with these words.
        PROXY_REFUSED,
        /// With this status.
        SENT_ON,

        // Why a device or a model did not do its work.

        /// This file is not in this folder.
        NO_PACK,
        /// With this status.
        PROCESS_ENDED,
        PROCESS_SILENT,
        NOT_TRIED,

        // Why the build of a runtime, or the GPU it is for, is not used.

        NO_FOLDER,
        /// This function.
        NO_FUNCTION,
        /// Of the parameters: what differs from each version that is known.
        OTHER_VERSION,
        NO_GPU,

        // Why keys are neither read nor kept. Each tells what the system said.

        KEY_STORE_LOCKED,
        /// The same, and it was switched off; nobody said anything.
        KEY_STORE_OFF,
        KEYS_UNREADABLE,
        KEYS_UNWRITABLE,

        // Why a set of questions cannot be measured with.

        NO_JSON_OBJECT,
        /// Without this one.
        NO_MEMBER,
        NO_UTF8,
        /// This id.
        GIVEN_TWICE,
        /// This id, which is not in this file.
        UNKNOWN_ID,
        NO_THREE_COLUMNS,
        /// These words.
        NO_WHOLE_NUMBER,
        /// Of this name.
        NO_COLUMN,
        OPEN_QUOTE,
        /// Of this name.
        NO_SUCH_SOURCE,
        NOTHING_TO_MEASURE;

        /// Names the words in every bundle, such as `reason.noWeights`.
        public String key() {
            var words = name().toLowerCase(Locale.ROOT).split("_", -1);
            var rest =
                    Arrays.stream(words)
                            .skip(1)
                            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1));
            return Stream.concat(Stream.of(words[0]), rest).reduce("reason.", String::concat);
        }
    }

    @JsonCreator
    public Detail(@JsonProperty("kind") Kind kind, @JsonProperty("told") List<String> told) {
        this.kind = kind;
        this.told = List.copyOf(told);
    }

    public static Detail of(Kind kind, Object... told) {
        return new Detail(kind, Arrays.stream(told).map(String::valueOf).toList());
    }

    /// Words that are not Pharos' own. Also what libraries of before this type hold.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Detail said(String words) {
        return of(Kind.SAID, words);
    }

    /// Why a failure happened: the reason that it knows, or its message.
    public static Detail of(Throwable failure) {
        for (var each = failure; each != null; each = each.getCause()) {
            if (each instanceof UnusableException known) {
                return known.detail();
            }
        }
        return said(String.valueOf(failure.getMessage()));
    }

    /// Names its words in every bundle.
    public String key() {
        return kind.key();
    }

    /// For logs.
    @Override
    public String toString() {
        var words = String.join(", ", told);
        return kind == Kind.SAID ? words : (kind + " " + words).strip();
    }
}
