namespace HwToken.Scenarios.Services;

/// <summary>What a service answered in the end.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Path">Path and query that answered, after redirections.</param>
/// <param name="Type">Media type.</param>
/// <param name="Body">The text, without what the environment has put into it.</param>
internal sealed record ServiceAnswer(int Status, string Path, string Type, string Body);
