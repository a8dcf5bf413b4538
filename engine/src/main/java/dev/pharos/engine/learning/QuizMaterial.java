package dev.pharos.engine.learning;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.summary.Material;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// Sentences of one or more sources.
///
/// @param sources of each sentence its source
record QuizMaterial(Material material, List<Source> sources) {

    static QuizMaterial of(Source source, Material material) {
        return new QuizMaterial(material, material.sentences().stream().map(_ -> source).toList());
    }

    /// One behind the other; what they are and their language as of the first.
    static QuizMaterial joined(List<QuizMaterial> all) {
        var sentences = new ArrayList<Material.Sentence>();
        var sources = new ArrayList<Source>();
        for (var each : all) {
            sentences.addAll(each.material.sentences());
            sources.addAll(each.sources);
        }
        return new QuizMaterial(with(all.getFirst().material, sentences), List.copyOf(sources));
    }

    QuizMaterial only(BiPredicate<Source, Material.Sentence> wanted) {
        var sentences = new ArrayList<Material.Sentence>();
        var some = new ArrayList<Source>();
        for (int i = 0; i < sources.size(); i++) {
            var sentence = material.sentences().get(i);
            if (wanted.test(sources.get(i), sentence)) {
                sentences.add(sentence);
                some.add(sources.get(i));
            }
        }
        return new QuizMaterial(with(material, sentences), List.copyOf(some));
    }

    private static Material with(Material of, List<Material.Sentence> sentences) {
        return new Material(
                of.title(), of.kind(), of.language(), of.date(), of.spoken(), sentences);
    }
}
