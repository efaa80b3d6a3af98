// Reads a seed file as another maker's tool writes it, with the package alone. Prints no secret.
using System.Text;
using HwToken.Pskc;

using var file = new MemoryStream(Encoding.UTF8.GetBytes("serial,key,type,digits\nA-1,3132333435363738393031323334353637383930,hotp,6\n"));
using SeedDocument seeds = SeedReader.Open(file, new PskcReadOptions());
foreach (PskcKey key in seeds.Keys())
{
    using (key)
    {
        Console.WriteLine($"{key.Id} {key.Digits} digits {key.Secret.Length} bytes");
    }
}
