package io.kitproof.boards.pty;

/**
 * What a wait on a {@link Pty} has found.
 *
 * @param input there are bytes to read
 * @param room there is room to write
 * @param open a driver has the port open
 */
public record Ready(boolean input, boolean room, boolean open) {}
