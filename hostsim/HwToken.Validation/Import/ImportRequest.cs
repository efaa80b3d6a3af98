using HwToken.Pskc;

namespace HwToken.Validation.Import;

/// <summary>How a seed file is to be taken in.</summary>
/// <param name="Actor">Who does it, for the audit.</param>
/// <param name="Activate">True: active at once. False: inactive until a first enrolment.</param>
/// <param name="Key">Key or passphrase of an encrypted file; the caller disposes it.</param>
/// <param name="SkipForeign">Leaves keys out that nothing here can use, and lists them, instead of refusing the file.</param>
/// <param name="Progress">Told now and then how far the import is, on the thread that does the work; null: nobody watches.</param>
public sealed record ImportRequest(
    string Actor, bool Activate = false, PskcKeySource? Key = null, bool SkipForeign = false, IProgress<ImportProgress>? Progress = null);
