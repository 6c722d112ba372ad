using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Data.Security;
using ProjectCycle.Domain.People;
using ProjectCycle.Web.Account;

namespace ProjectCycle.Web.Security;

/// <summary>Who may come in: passwords, lockout, the cookie, and a policy per right.</summary>
internal static class IdentitySetup
{
    /// <summary>How long the link of a password mail works.</summary>
    public const int LinkHours = 24;

    public static void AddIdentityAndRights(this IServiceCollection services)
    {
        services.AddIdentityCore<User>(SetRules)
            .AddEntityFrameworkStores<AppDbContext>()
            .AddSignInManager<SignIns>()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddPasswordValidator<PasswordRules>()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(SetCookie));
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        services.Configure<DataProtectionTokenProviderOptions>(token => token.TokenLifespan = TimeSpan.FromHours(LinkHours));
        services.AddAuthorization(AddPolicies);
        services.AddHttpContextAccessor();
        services.AddMemoryCache();
        services.AddSingleton<UnknownAddresses>();
        services.AddSingleton<SetupLink>();
    }

    /// <summary>Cookies and form tokens of one node are good on every node and after a restart.</summary>
    public static void AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("ProjectCycle");
        services.AddOptions<KeyManagementOptions>()
            .Configure<IServiceScopeFactory>((keys, scopes) => keys.XmlRepository = new DatabaseKeyRepository(scopes));
    }

    private static void SetRules(IdentityOptions identity)
    {
        identity.User.RequireUniqueEmail = true;
        identity.User.AllowedUserNameCharacters = ""; // the user name is the mail address, checked as such
        identity.Password = new PasswordOptions
        {
            RequiredLength = PasswordRules.MinLength, // length counts; PasswordRules refuses what everybody guesses
            RequiredUniqueChars = 1,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        identity.Lockout.MaxFailedAccessAttempts = Lockouts.Tries;
        identity.Lockout.DefaultLockoutTimeSpan = Lockouts.Time;
    }

    private static void SetCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "pc-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.LoginPath = "/account/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = context =>
        {
            // A part of a page must not be replaced by the sign-in form: htmx then loads the whole of it.
            if (context.Request.Headers.ContainsKey("HX-Request"))
                context.Response.Headers["HX-Redirect"] = context.RedirectUri;
            else
                context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        };
    }

    /// <summary>Every page needs a signed-in person; <c>[Authorize(Policy = "project.register")]</c> asks for that right besides.</summary>
    private static void AddPolicies(AuthorizationOptions authorization)
    {
        authorization.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var right in Rights.All)
            authorization.AddPolicy(right.Code, policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => context.User.Identity?.IsAuthenticated == true && right.IsHeldBy(PersonClaims.Read(context.User).Roles)));
    }
}
