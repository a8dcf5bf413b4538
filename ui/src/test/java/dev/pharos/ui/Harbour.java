package dev.pharos.ui;

import dev.pharos.engine.note.Notes;
import dev.pharos.engine.problem.ProblemException;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Notes of somebody who studies a harbour, linked and tagged as people do it.
final class Harbour {
    private static final Map<String, List<String>> CHAPTERS =
            Map.of(
                    "Tides",
                    List.of("Spring tide", "Neap tide", "Tide tables", "Moon", "Tidal stream"),
                    "Lights",
                    List.of(
                            "Fresnel lens",
                            "Lamp oil",
                            "Leading lights",
                            "Light list",
                            "Fog signal"),
                    "Ships",
                    List.of("Cutter", "Pilot boat", "Coaster", "Tug", "Lightship", "Log book"),
                    "People",
                    List.of("Keeper", "Pilot", "Harbour master", "Sailmaker", "Lifeboat crew"),
                    "Weather",
                    List.of("Barometer", "Storm warning", "Fog", "Wind scale", "Cloud atlas"));

    private static final List<String> CROSSING =
            List.of(
                    "Fog signal>Fog",
                    "Lightship>Lights",
                    "Pilot>Pilot boat",
                    "Keeper>Lamp oil",
                    "Keeper>Log book",
                    "Moon>Spring tide",
                    "Harbour master>Tide tables",
                    "Storm warning>Lifeboat crew");

    private Harbour() {}

    static void write(Notes notes) throws ProblemException {
        for (var chapter : CHAPTERS.entrySet()) {
            notes.create(
                    chapter.getKey(),
                    "What is known of it:\n\n- [["
                            + String.join("]]\n- [[", chapter.getValue())
                            + "]]\n\n#chapter",
                    "Harbour");
            for (String title : chapter.getValue()) {
                notes.create(title, text(chapter.getKey(), title), "Harbour");
            }
        }
        for (String alone : List.of("Shopping", "Birthdays", "Books to read")) {
            notes.create(alone, "Nothing that has to do with anything: " + alone + ".", "");
        }
    }

    private static String text(String chapter, String title) {
        var links =
                CROSSING.stream()
                        .filter(each -> each.startsWith(title + ">"))
                        .map(each -> " See [[" + each.substring(title.length() + 1) + "]].")
                        .toList();
        boolean tagged = title.length() % 3 == 0;
        return title
                + " belongs to the chapter on "
                + chapter.toLowerCase(Locale.ROOT)
                + "."
                + String.join("", links)
                + (tagged ? "\n\n#harbour/" + chapter.toLowerCase(Locale.ROOT) : "");
    }
}
