using HwToken.Validation;

namespace HwToken.Service.Portal.Desk;

/// <summary>Credentials as a file: one a line, in the order of their IDs. Nothing of their secrets.</summary>
internal static class CredentialFile
{
    private const string Heading = "credentialId,writtenId,holder,state,lot,type,failures,importedAt,activatedAt,lastSuccessAt,replacedBy";

    public static byte[] Csv(IReadOnlyList<CredentialView> credentials) => CsvText.Of(Heading, credentials.Select(Line));

    private static IEnumerable<string> Line(CredentialView one) =>
    [
        CsvText.Cell(one.Id), CsvText.Cell(one.WrittenId), CsvText.Cell(one.Holder ?? ""), DeskWords.StateKey(one), CsvText.Cell(one.Lot), one.Type, CsvText.Number(one.Failures),
        CsvText.Moment(one.ImportedAt), CsvText.Moment(one.ActivatedAt), CsvText.Moment(one.LastSuccessAt), CsvText.Cell(one.ReplacedBy ?? ""),
    ];
}
