package io.kitproof.reports.answers;

/**
 * The grade of one answer.
 *
 * @param number of the question
 * @param share of the question's points, from 0 to 1; of an uncertain answer what is surely there,
 *     so at least that
 * @param feedback plain words for the student: what is missing, or what a person should look at;
 *     one line; may quote the answer, cut and without control characters
 */
public record QuestionGrade(int number, Standing standing, double share, String feedback) {}
