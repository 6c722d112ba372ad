using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data.Security;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Data.Tests.Security;

public sealed class DatabaseKeyRepositoryTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task StoreElement_WhenReadByAnotherRepository_IsTheSameKey(DatabaseProvider provider)
    {
        await using var services = await TestServices.CreateAsync(provider);
        var scopes = services.Root.GetRequiredService<IServiceScopeFactory>();
        var key = XElement.Parse("<key id=\"1\"><descriptor>äöü</descriptor></key>");

        new DatabaseKeyRepository(scopes).StoreElement(key, "key-1");

        Assert.True(XNode.DeepEquals(key, Assert.Single(new DatabaseKeyRepository(scopes).GetAllElements())));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Unprotect_WhenAnotherNodeProtected_ReadsIt(DatabaseProvider provider)
    {
        await using var services = await TestServices.CreateAsync(provider);
        var scopes = services.Root.GetRequiredService<IServiceScopeFactory>();
        await using var one = Node(scopes);
        await using var two = Node(scopes);

        var secret = one.GetDataProtector("cookies").Protect("signed in as Siti");

        Assert.Equal("signed in as Siti", two.GetDataProtector("cookies").Unprotect(secret));
    }

    private static ServiceProvider Node(IServiceScopeFactory scopes)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection().SetApplicationName("ProjectCycle");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new DatabaseKeyRepository(scopes));
        return services.BuildServiceProvider();
    }
}
