package io.kitproof.boards.kit.mqtt;

/** A message to publish. The array is not copied: whoever makes it leaves it alone afterwards. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Message(String topic, byte[] payload, int qos, boolean retain) {}
