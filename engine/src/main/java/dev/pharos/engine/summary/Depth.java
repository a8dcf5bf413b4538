package dev.pharos.engine.summary;

import java.util.Locale;

/// How much a [Summary] says at most. It says less where there is less to say.
public enum Depth {
    /// 2 sentences of overview, 3 key points, no lines below 4 topics, 5 key phrases, 3 tags.
    BRIEF(2, 3, 0, 4, 5, 3),
    /// 3 sentences of overview, 6 key points, 2 lines below each of 8 topics, 10 key phrases, 4
    /// tags.
    STANDARD(3, 6, 2, 8, 10, 4),
    /// 3 sentences of overview, 10 key points, 5 lines below each of 16 topics, 16 key phrases, 5
    /// tags.
    DETAILED(3, 10, 5, 16, 16, 5);

    public final int overview;
    public final int points;
    public final int linesOfTopic;
    public final int topics;
    public final int phrases;
    public final int tags;

    Depth(int overview, int points, int linesOfTopic, int topics, int phrases, int tags) {
        this.overview = overview;
        this.points = points;
        this.linesOfTopic = linesOfTopic;
        this.topics = topics;
        this.phrases = phrases;
        this.tags = tags;
    }

    /// The lower-case name, as commands and JSON have it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
