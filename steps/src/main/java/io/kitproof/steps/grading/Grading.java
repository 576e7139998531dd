package io.kitproof.steps.grading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.submission.Reading;
import io.kitproof.fixtures.submission.Submission;
import io.kitproof.fixtures.submission.Submissions;
import io.kitproof.reports.grading.Grade;
import io.kitproof.reports.grading.Grade.Standing;
import io.kitproof.reports.grading.GradeFolder;
import io.kitproof.reports.grading.GradeSheet;
import io.kitproof.reports.grading.Rubric;
import io.kitproof.reports.grading.Witnessed;
import io.kitproof.steps.Crew;
import io.kitproof.steps.Stopper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Grades a folder of submissions. What is done is kept in the folder of the grades at once, so that
 * a grading that was stopped, or killed, goes on where it was; a submission, a rubric or a seed
 * that changed since is graded anew.
 *
 * @param benches how many are at work at once, at least 1; 1 where a bench has real parts
 * @param seed of the virtual benches
 */
public record Grading(BenchFile bench, Rubric rubric, int benches, long seed) {
  /** What fits two cores. */
  public static final int BENCHES = 4;

  private static final String THREAD = "kitproof-grading-";

  /** What is still to be done. */
  private record Piece(Submission submission, String key) {}

  /**
   * Grades them, and writes the sheet and the pages.
   *
   * @param out the folder of the grades; it is made
   * @throws io.kitproof.fixtures.submission.SubmissionsException when there is nothing to grade
   * @throws io.cucumber.tagexpressions.TagExpressionException when the rubric has tags that are
   *     none
   * @throws io.kitproof.fixtures.timeline.InterruptedWaitException when the calling thread is
   *     interrupted; what was done by then is kept
   * @throws IOException if the folder can't be written, or another grading is at work in it
   */
  public GradeSheet run(Path submissions, Path out, GradingListener told) throws IOException {
    Tags tags = Tags.of(rubric);
    Files.createDirectories(out);
    try (Journal journal = Journal.open(out);
        Scratch unpacked = Scratch.in(out)) {
      Work work = new Work(out, journal, new Examiner(bench, rubric, tags, seed, told), told);
      GradeSheet sheet =
          new GradeSheet(rubric, seed, work.off(Submissions.in(submissions, unpacked.folder())));
      Path unused = GradeFolder.write(out, sheet);
      return sheet;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** One grading at work. */
  private final class Work {
    private final Path out;
    private final Journal journal;
    private final Examiner examiner;
    private final GradingListener told;

    Work(Path out, Journal journal, Examiner examiner, GradingListener told) {
      this.out = out;
      this.journal = journal;
      this.examiner = examiner;
      this.told = told;
    }

    List<Grade> off(List<Reading> all) throws IOException {
      List<Grade> grades = new ArrayList<>();
      List<Piece> left = new ArrayList<>();
      for (Reading one : all) {
        if (one instanceof Submission submission) {
          Piece piece = new Piece(submission, key(submission));
          kept(piece).ifPresentOrElse(grades::add, () -> left.add(piece));
        }
      }
      told.read(all.size(), grades.size());
      for (Reading one : all) {
        if (one instanceof Reading.Refused refused) {
          grades.add(refuse(refused));
        }
      }
      grades.addAll(new Crew(benches, THREAD).work(left, this::grade));
      return grades;
    }

    private Optional<Grade> kept(Piece piece) {
      return journal
          .find(piece.key())
          .filter(grade -> Files.exists(out.resolve(GradeFolder.page(grade.name()))));
    }

    /** What the bench kept from being judged is not kept: the next run tries again. */
    private Grade grade(Piece piece, Stopper stopper) {
      try {
        Examined examined = examiner.examine(piece.submission(), stopper);
        GradeFolder.write(out, rubric, examined.grade(), examined.seen());
        if (examined.grade().standing() != Standing.RIG) {
          journal.keep(piece.key(), examined.grade());
        }
        told.done(examined.grade());
        return examined.grade();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Grade refuse(Reading.Refused refused) throws IOException {
      Grade grade = Grade.refused(refused.name(), "", refused.reasons());
      GradeFolder.write(out, rubric, grade, Witnessed.NOTHING);
      told.done(grade);
      return grade;
    }

    private String key(Submission submission) {
      return digest(
          String.join(
              "\n",
              submission.name(),
              submission.digest(),
              rubric.digest(),
              bench.bench(),
              Long.toString(seed)));
    }

    private static String digest(String text) {
      try {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(sha.digest(text.getBytes(UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java has SHA-256.", e);
      }
    }
  }
}
