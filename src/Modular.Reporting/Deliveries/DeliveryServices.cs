using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Modular.Reporting.Deliveries;

public static class DeliveryServices
{
    /// <summary>Deliveries by mail. Storage brings the <see cref="IDeliveryStore"/>; whoever writes messages adds an <see cref="IMessageSource"/>.</summary>
    public static IServiceCollection AddDeliveries(this IServiceCollection services, MailSettings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(new DeliveryPatience());
        services.AddSingleton<IMailer, SmtpMailer>();
        services.AddSingleton(provider => new DeliveryDesk(
            provider.GetRequiredService<IDeliveryStore>(), provider.GetServices<IMessageSource>(), provider.GetRequiredService<IMailer>(),
            provider.GetRequiredService<DeliveryPatience>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DeliveryDesk>>()));
        services.AddHostedService<DeliveryPump>();
        return services;
    }
}
