package io.kitproof.broker.http;

/** One operation of a web service. Called on a worker thread, so it may take its time. */
public interface Operation {

  /**
   * @throws io.kitproof.broker.fault.AwsFault to answer with an error; anything else that is thrown
   *     is a defect, logged and answered with 500
   */
  Answer answer(Request request);
}
