#!/usr/bin/env python3
"""Plants the sample API at an ECS: two services and a scheduled task, with what they need.

usage: plant.py ENDPOINT      as in http://127.0.0.1:5000, an emulator; needs boto3
"""

import json
import sys

import boto3

ENDPOINT = sys.argv[1]
REGION = "eu-west-3"
ACCOUNT = "123456789012"


def client(name):
    return boto3.client(
        name,
        endpoint_url=ENDPOINT,
        region_name=REGION,
        aws_access_key_id="planter",
        aws_secret_access_key="planter",
    )


ecs, ssm, secrets = client("ecs"), client("ssm"), client("secretsmanager")
ec2, elb, events = client("ec2"), client("elbv2"), client("events")
scaling, iam, discovery = client("application-autoscaling"), client("iam"), client("servicediscovery")

trust = json.dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"}],
})
task_role = iam.create_role(RoleName="orders-task", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
execution_role = iam.create_role(RoleName="api-execution", AssumeRolePolicyDocument=trust)["Role"]["Arn"]

database = secrets.create_secret(
    Name="api/database", SecretString=json.dumps({"user": "orders", "password": "hunter2", "port": 5432}))["ARN"]
ssm.put_parameter(Name="/api/token", Value="t0ken", Type="SecureString")
ssm.put_parameter(Name="/api/greeting", Value="Bonjour", Type="String")

vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
subnets = [
    ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{i}.0/24", AvailabilityZone=REGION + zone)["Subnet"]["SubnetId"]
    for i, zone in enumerate("ab")
]
group = ec2.create_security_group(GroupName="api", Description="api", VpcId=vpc)["GroupId"]
balancer = elb.create_load_balancer(Name="api", Subnets=subnets, SecurityGroups=[group])["LoadBalancers"][0]
targets = elb.create_target_group(
    Name="orders",
    Protocol="HTTP",
    Port=80,
    VpcId=vpc,
    TargetType="ip",
    HealthCheckPath="/health",
    HealthCheckIntervalSeconds=10,
    HealthCheckTimeoutSeconds=3,
    HealthyThresholdCount=2,
    UnhealthyThresholdCount=3,
    Matcher={"HttpCode": "200"},
)["TargetGroups"][0]
elb.create_listener(
    LoadBalancerArn=balancer["LoadBalancerArn"],
    Protocol="HTTP",
    Port=80,
    DefaultActions=[{"Type": "forward", "TargetGroupArn": targets["TargetGroupArn"]}],
)

discovery.create_private_dns_namespace(Name="api.local", Vpc=vpc)
namespace = discovery.list_namespaces()["Namespaces"][0]["Id"]
registry = discovery.create_service(
    Name="prices",
    NamespaceId=namespace,
    DnsConfig={"DnsRecords": [{"Type": "A", "TTL": 15}]},
)["Service"]["Arn"]

logs = {"logDriver": "awslogs", "options": {"awslogs-group": "/ecs/api", "awslogs-region": REGION}}

orders = ecs.register_task_definition(
    family="orders",
    tags=[{"key": "revision", "value": "of May"}],
    networkMode="awsvpc",
    requiresCompatibilities=["FARGATE"],
    cpu="512",
    memory="1024",
    taskRoleArn=task_role,
    executionRoleArn=execution_role,
    runtimePlatform={"cpuArchitecture": "X86_64", "operatingSystemFamily": "LINUX"},
    volumes=[
        {"name": "scratch"},
        {
            "name": "files",
            "efsVolumeConfiguration": {"fileSystemId": "fs-0123456789abcdef0", "transitEncryption": "ENABLED"},
        },
    ],
    containerDefinitions=[
        {
            "name": "migrate",
            "image": "sortie.test/task:1",
            "essential": False,
            "command": ["migrate"],
            "cpu": 64,
            "memory": 64,
        },
        {
            "name": "proxy",
            "image": "sortie.test/echo:1",
            "essential": True,
            "cpu": 64,
            "memory": 128,
            "healthCheck": {"command": ["CMD-SHELL", "wget -q -O- localhost:9000"], "interval": 5, "retries": 2},
        },
        {
            "name": "api",
            "image": "sortie.test/web:1",
            "essential": True,
            "cpu": 256,
            "memory": 512,
            "memoryReservation": 256,
            "portMappings": [{"containerPort": 8080, "protocol": "tcp", "name": "http"}],
            "environment": [
                {"name": "MODE", "value": "live"},
                {"name": "GREETING_FORMAT", "value": "$(date) $$"},
                {"name": "PRICES", "value": "http://prices.api.local:8080"},
            ],
            "secrets": [
                {"name": "DB_PASSWORD", "valueFrom": database + ":password::"},
                {"name": "TOKEN", "valueFrom": f"arn:aws:ssm:{REGION}:{ACCOUNT}:parameter/api/token"},
                {"name": "GREETING", "valueFrom": "/api/greeting"},
            ],
            "entryPoint": ["/web"],
            "command": ["-listen", ":8080"],
            "workingDirectory": "/",
            "user": "1000:1000",
            "readonlyRootFilesystem": True,
            "linuxParameters": {
                "capabilities": {"drop": ["ALL"], "add": ["NET_BIND_SERVICE"]},
                "initProcessEnabled": True,
            },
            "ulimits": [{"name": "nofile", "softLimit": 1024, "hardLimit": 4096}],
            "mountPoints": [
                {"sourceVolume": "scratch", "containerPath": "/scratch"},
                {"sourceVolume": "files", "containerPath": "/files", "readOnly": True},
            ],
            "dependsOn": [
                {"containerName": "migrate", "condition": "SUCCESS"},
                {"containerName": "proxy", "condition": "HEALTHY"},
            ],
            "logConfiguration": logs,
            "stopTimeout": 20,
        },
    ],
)["taskDefinition"]["taskDefinitionArn"]

prices = ecs.register_task_definition(
    family="prices",
    networkMode="awsvpc",
    containerDefinitions=[
        {
            "name": "prices",
            "image": "sortie.test/echo:1",
            "essential": True,
            "cpu": 128,
            "memory": 128,
            "portMappings": [{"containerPort": 8080}],
        }
    ],
)["taskDefinition"]["taskDefinitionArn"]

nightly = ecs.register_task_definition(
    family="nightly",
    networkMode="awsvpc",
    taskRoleArn=task_role,
    containerDefinitions=[
        {
            "name": "nightly",
            "image": "sortie.test/task:1",
            "essential": True,
            "cpu": 128,
            "memory": 128,
            "command": ["report"],
        }
    ],
)["taskDefinition"]["taskDefinitionArn"]

cluster = ecs.create_cluster(clusterName="api")["cluster"]["clusterArn"]
network = {"awsvpcConfiguration": {"subnets": subnets, "securityGroups": [group], "assignPublicIp": "DISABLED"}}
ecs.create_service(
    cluster="api",
    serviceName="orders",
    taskDefinition=orders,
    desiredCount=2,
    launchType="FARGATE",
    networkConfiguration=network,
    deploymentConfiguration={"maximumPercent": 150, "minimumHealthyPercent": 50},
    loadBalancers=[
        {"targetGroupArn": targets["TargetGroupArn"], "containerName": "api", "containerPort": 8080}
    ],
    healthCheckGracePeriodSeconds=30,
    tags=[{"key": "team", "value": "checkout"}],
)
ecs.create_service(
    cluster="api",
    serviceName="prices",
    taskDefinition=prices,
    desiredCount=1,
    launchType="EC2",
    serviceRegistries=[{"registryArn": registry}],
)

scaled = {
    "ServiceNamespace": "ecs",
    "ResourceId": "service/api/orders",
    "ScalableDimension": "ecs:service:DesiredCount",
}
scaling.register_scalable_target(**scaled, MinCapacity=2, MaxCapacity=6, RoleARN=task_role)
for name, metric, value in (
    ("on-cpu", "ECSServiceAverageCPUUtilization", 60.0),
    ("on-requests", "ALBRequestCountPerTarget", 100.0),
):
    scaling.put_scaling_policy(
        **scaled,
        PolicyName=name,
        PolicyType="TargetTrackingScaling",
        TargetTrackingScalingPolicyConfiguration={
            "TargetValue": value,
            "PredefinedMetricSpecification": {"PredefinedMetricType": metric},
            "ScaleInCooldown": 120,
        },
    )

for name, when in (("nightly", "cron(30 3 ? * MON-FRI *)"), ("month-end", "cron(0 0 L * ? *)")):
    events.put_rule(Name=name, ScheduleExpression=when)
    events.put_targets(
        Rule=name,
        Targets=[
            {
                "Id": name,
                "Arn": cluster,
                "RoleArn": task_role,
                "Input": json.dumps({"containerOverrides": [{"name": "nightly", "command": ["report", name]}]}),
                "EcsParameters": {"TaskDefinitionArn": nightly, "TaskCount": 1},
            }
        ],
    )
print("planted: cluster api in", REGION)
