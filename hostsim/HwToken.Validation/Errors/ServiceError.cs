namespace HwToken.Validation.Errors;

/// <summary>One error that people or programs meet.</summary>
/// <param name="Code">Stable code, as people read it out to a service desk.</param>
/// <param name="Japanese">What happened and what to do next, in Japanese.</param>
/// <param name="English">The same in English.</param>
/// <param name="HttpStatus">Status of a page or a problem document with this error. A validation that was decided answers 200 with the code in its body.</param>
public sealed record ServiceError(string Code, string Japanese, string English, int HttpStatus)
{
    /// <summary>The message in a language: Japanese for <c>ja</c>, English for everything else.</summary>
    public string Message(string language) => language.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? Japanese : English;
}
