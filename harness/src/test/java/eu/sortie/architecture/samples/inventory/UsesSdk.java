package eu.sortie.architecture.samples.inventory;

import software.amazon.awssdk.services.s3.S3Client;

record UsesSdk(S3Client client) {}
