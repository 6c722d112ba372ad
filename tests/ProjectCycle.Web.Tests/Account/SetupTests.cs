using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Domain.People;
using ProjectCycle.Web.Account;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Account;

[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "xunit disposes it through IAsyncLifetime.")]
public sealed class SetupTests : IAsyncLifetime
{
    private readonly WebProgram _program = new();

    public Task InitializeAsync() => _program.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_program).DisposeAsync();

    private string Link => _program.Services.GetRequiredService<SetupLink>().Make().PathAndQuery;

    private static (string, string)[] Inputs(string mail) =>
    [
        ("Input.Name", "Siti Rahmawati"), ("Input.Mail", mail), ("Input.Password", "kapal-biru-di-teluk"),
        ("Input.UnitName", "PMU Kota Jambi"), ("Input.UnitCode", "PMU-JAMBI"), ("Input.RegionCode", "15.71"), ("Input.Zone", "Wib"),
    ];

    [Fact]
    public async Task Setup_WithTheLink_MakesTheAdministratorOnce()
    {
        var (first, second) = (_program.Open(), _program.Open());
        var link = Link;
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync(link)).Status);

        var made = await first.SubmitAsync(link, Inputs("siti@demo.local"));

        Assert.Equal("/", made.Location);
        var home = await first.GetAsync("/");
        Assert.Contains("Siti Rahmawati", home.Text, StringComparison.Ordinal);
        Assert.Contains("PMU Kota Jambi", home.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await second.SubmitAsync("/account/sign-in", link, Inputs("budi@demo.local"))).Status);
    }

    [Fact]
    public async Task Setup_WithFaults_KeepsWhatWasTyped()
    {
        var answer = await _program.Open().SubmitAsync(Link, ("Input.Name", "Siti Rahmawati"), ("Input.Mail", "no address"), ("Input.Password", "short"), ("Input.UnitCode", "a b"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("value=\"Siti Rahmawati\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("inputs need another look", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/setup")]
    [InlineData("/setup?token=")]
    [InlineData("/setup?token=guessed")]
    public async Task Setup_WithoutTheLink_IsNotThere(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _program.Open().GetAsync(path)).Status);

    [Fact]
    public async Task Setup_WhenSomebodyIsThere_IsNotThere()
    {
        await _program.AddUserAsync(Role.Staff);

        Assert.Equal(HttpStatusCode.NotFound, (await _program.Open().GetAsync(Link)).Status);
    }
}
