package io.kitproof.boards.relay;

/**
 * One move of a contact. Times are {@link System#nanoTime()}.
 *
 * @param channel 0-based
 * @param closed whether it was moved to closed
 * @param commandedNanos when the move was asked for
 * @param writtenNanos at the return of the write of that very command; of the opening of a
 *     board-timed pulse, the closing's plus the hold
 * @param acknowledgedNanos when the board's answer had arrived; as {@code writtenNanos} where it
 *     gives none
 * @param verified whether the board was asked afterwards and reads it back so
 */
public record Switched(
    int channel,
    boolean closed,
    long commandedNanos,
    long writtenNanos,
    long acknowledgedNanos,
    boolean verified) {}
