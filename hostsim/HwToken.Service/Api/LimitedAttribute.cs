namespace HwToken.Service.Api;

/// <summary>Stands on a group of routes whose requests are limited (<see cref="RateLimits"/>).</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LimitedAttribute : Attribute;
