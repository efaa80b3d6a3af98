using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HwToken.Factory;
using HwToken.Keeping;

namespace HwToken.Tool.Console;

/// <summary>Certificates from files.</summary>
internal static class Pem
{
    /// <summary>Reads a certificate without its private key.</summary>
    public static X509Certificate2 Certificate(string path)
    {
        try
        {
            return X509Certificate2.CreateFromPem(InputFile.ReadText(path));
        }
        catch (CryptographicException e)
        {
            throw new FactoryException($"{path} is no certificate in PEM form: a text file with a line -----BEGIN CERTIFICATE-----.", e);
        }
    }
}
