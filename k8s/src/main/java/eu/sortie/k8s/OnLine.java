package eu.sortie.k8s;

import eu.sortie.spi.Line;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;

/** Lets no request of Fabric8's client go that the line does not let through. */
record OnLine(Line line) implements Interceptor {

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    line.cross(
        ClusterOperation.name(request.method(), request.uri().toString()),
        ClusterOperation.reads(request.method()));
  }
}
