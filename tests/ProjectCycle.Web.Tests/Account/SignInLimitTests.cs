using System.Net;
using ProjectCycle.Domain.People;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Account;

public sealed class SignInLimitTests
{
    [Fact]
    public async Task SignIn_WhenOneAddressTriesTooOften_MustWait()
    {
        await using var program = new WebProgram { SignInsPerMinute = 3 };
        await program.InitializeAsync();
        var user = await program.AddUserAsync(Role.Staff);
        for (var other = 1; other <= 3; other++)
            Assert.Equal(HttpStatusCode.OK, (await program.Open().TrySignInAsync($"other{other}@demo.local", "not the password")).Status);

        var answer = await program.Open().TrySignInAsync(user.Email!, WebProgram.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Contains("Please wait a minute", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await program.Open().GetAsync("/account/sign-in")).Status);
    }
}
