using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Domain.People;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Security;

/// <summary>What holds for every page, also for those that are written later.</summary>
public sealed class EveryPageTests(WebProgram program) : IClassFixture<WebProgram>
{
    /// <summary>Pages that open before sign-in. A new one is a decision.</summary>
    private static readonly string[] Open =
    [
        "/Account/ForgotPassword", "/Account/Preferences", "/Account/ResetPassword", "/Account/SignIn", "/Deadlines/Subscription", "/Error", "/Setup/Index",
    ];

    private List<RouteEndpoint> Pages =>
        [.. program.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => PageOf(e) is not null)];

    [Fact]
    public void Pages_WhenTheyAllowAnybody_AreThoseOfTheList() =>
        Assert.Equal(Open, Pages.Where(page => page.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(page => PageOf(page)!).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Pages_WhenNobodyIsSignedIn_AskForIt()
    {
        var browser = program.Open();
        foreach (var address in Addresses(Pages.Where(page => page.Metadata.GetMetadata<IAllowAnonymous>() is null)))
        {
            var answer = await browser.GetAsync(address);

            Assert.True(answer.Status == HttpStatusCode.Redirect, $"{address}: {answer.Status}");
            Assert.StartsWith("http://localhost/account/sign-in?returnUrl=", answer.Location, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_WhenAnswered_CarryTheHeadersAndNothingInline()
    {
        var (browser, _) = await program.SignedInAsync(Enum.GetValues<Role>());
        foreach (var address in Addresses(Pages).Append("/nowhere").Append("/health/live").Append("/css/site.css"))
        {
            var answer = await browser.GetAsync(address);

            Assert.True(answer.Status != HttpStatusCode.InternalServerError, $"{address} fails");
            var headers = answer.Message.Headers;
            var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
            Assert.NotEmpty(headers.GetValues("Permissions-Policy"));
            if (address != "/css/site.css")
                Assert.DoesNotMatch("""<style|\sstyle="|<script(?![^>]*\ssrc=)|\son[a-z]+="|href="javascript:""", answer.Text);
        }
    }

    /// <summary>The addresses that need no value of their own.</summary>
    private static IEnumerable<string> Addresses(IEnumerable<RouteEndpoint> pages) =>
        pages.Where(page => page.RoutePattern.Parameters.Count == 0).Select(page => $"/{page.RoutePattern.RawText}").Distinct().Where(path => path != "/account/sign-out");

    private static string? PageOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath;
}
