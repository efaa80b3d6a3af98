using HwToken.Core.Records;

namespace HwToken.Core.Tests.Records;

public sealed class CredentialTests
{
    [Fact]
    public void Any_credential_comes_back()
    {
        Seeded.Check(Any.StoredCredential, credential =>
        {
            Assert.True(Credential.TryRead(credential.ToPayload(credential.Status), out Credential read));
            AssertSame(credential, credential.Status, read);
        });
    }

    private static void AssertSame(Credential expected, CredentialStatus status, Credential read)
    {
        Assert.Equal((status, expected.Id, expected.ProvisionedAt), (read.Status, read.Id, read.ProvisionedAt));
        Assert.Equivalent(expected.Parameters, read.Parameters, strict: true);
        Assert.Equal(expected.Secret, read.Secret);
        Assert.Equal(expected.AdminKey, read.AdminKey);
    }
}
