package dev.pharos.engine.evaluation;

import dev.pharos.engine.problem.ProblemException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// What a corpus has, without its texts: which documents say the same, and a name for its content.
final class CorpusIndex {
    private static final int NAME = 16;

    private final MessageDigest whole = sha256();
    private final Map<String, Integer> byContent = new HashMap<>();

    /// Ids of the documents that say the same, by the number of the first one of them.
    private final Map<Integer, List<String>> ids = new HashMap<>();

    private int count;

    private CorpusIndex() {}

    static CorpusIndex of(Corpus corpus) throws ProblemException {
        var index = new CorpusIndex();
        corpus.each(index::add);
        index.byContent.clear();
        return index;
    }

    private void add(TestDocument document) {
        var said = TestLibrary.markdown(document).getBytes(StandardCharsets.UTF_8);
        byte[] hash = sha256().digest(said);
        whole.update(hash);
        String content = HexFormat.of().formatHex(hash, 0, NAME);
        int number = byContent.computeIfAbsent(content, _ -> count);
        ids.computeIfAbsent(number, _ -> new ArrayList<>(1)).add(document.id());
        count++;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How many documents there are.
    int count() {
        return count;
    }

    /// The same for the same notes in the same order.
    String name() {
        try {
            var copy = (MessageDigest) whole.clone();
            return HexFormat.of().formatHex(copy.digest(), 0, NAME);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether no document before this one says the same.
    boolean first(int number) {
        return ids.containsKey(number);
    }

    /// How many different documents there are.
    int different() {
        return ids.size();
    }

    /// @param number of the first document that says this
    List<String> ids(int number) {
        return ids.getOrDefault(number, List.of());
    }
}
