using HwToken.Demo.Bank.Causes;
using HwToken.Demo.Bank.Customers;
using HwToken.Service.Portal.Accounts;
using HwToken.Service.Portal.Web;

namespace HwToken.Demo.Tests.Bank;

/// <summary>Nobody learns at the bank's sign-in which user IDs there are, not even by a stopwatch.</summary>
public sealed class IdentificationTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("1000001")]
    [InlineData("9999999")]
    public async Task A_refusal_comes_at_one_time_whether_the_user_ID_is_known_or_not(string user)
    {
        var clock = new WatchedTime();
        Task<(Customer? Customer, Obstacle? Obstacle)> answer = Book().IdentifyAsync(user, "wrong", new EvenTime(clock), CancellationToken.None);
        await clock.TimerSet;
        clock.Advance(EvenTime.Floor - TimeSpan.FromMilliseconds(1));
        Assert.False(answer.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((null, Obstacle.SignInWrong), await answer);
    }

    [Fact]
    public async Task Who_knows_the_password_does_not_wait()
    {
        (Customer? customer, Obstacle? obstacle) = await Book().IdentifyAsync("1000001", "right", new EvenTime(new WatchedTime()), CancellationToken.None);
        Assert.Equal(("1000001", null), (customer!.Id, obstacle));
    }

    private CustomerBook Book()
    {
        var book = new CustomerBook(folder.Path, TimeProvider.System);
        book.Put(new Customer { Id = "1000001", Form = EnrolmentForm.OneCode, PasswordHash = PasswordHash.Of("right"), ContractEnds = DateTimeOffset.MaxValue });
        return book;
    }
}
