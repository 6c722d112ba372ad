using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.People;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Security;

public sealed class PolicyTests(WebProgram program) : IClassFixture<WebProgram>
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Policies_ForARole_AllowItsRightsAndNoOthers(Role role)
    {
        var user = await program.AddUserAsync(role);
        var allowed = await program.InScopeAsync(async services =>
        {
            var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(user);
            return await AllowedAsync(services, principal);
        });

        Assert.Equal(Rights.All.Where(right => right.Roles.Contains(role)).Select(right => right.Code), allowed);
    }

    [Fact]
    public async Task Policies_ForNobody_AllowNothing() =>
        Assert.Empty(await program.InScopeAsync(services => AllowedAsync(services, new ClaimsPrincipal(new ClaimsIdentity()))));

    private static async Task<List<string>> AllowedAsync(IServiceProvider services, ClaimsPrincipal principal)
    {
        var authorization = services.GetRequiredService<IAuthorizationService>();
        var allowed = new List<string>();
        foreach (var right in Rights.All)
        {
            if ((await authorization.AuthorizeAsync(principal, right.Code)).Succeeded)
                allowed.Add(right.Code);
        }
        return allowed;
    }
}
