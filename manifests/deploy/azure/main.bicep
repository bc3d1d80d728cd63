// The bot's registration with the Teams channel, and an App Service that runs the container.
//
// az deployment group create --resource-group RG --template-file main.bicep --parameters name=… appId=… …
//
// App Service keeps /home on a network share, on which neither SQLite nor an embedded Chroma may lie. So the
// database and the Chroma server are given by their addresses; what does lie in the home (keys, the bot's id,
// pictures, downloads) are plain files.

@description('Of the bot and the web app; a part of the default address, so that nobody else may have it.')
@minLength(2)
@maxLength(42)
param name string

@description('The client id of the app registration.')
param appId string

@description('Its client secret.')
@secure()
param appPassword string

@description('The tenant of the registration, and the only one that is answered unless HANGTAG_TENANTS is added below.')
param tenantId string = tenant().tenantId

@description('Entra object ids of the first admins, with commas between.')
param admins string = ''

@description('The image, such as example.azurecr.io/hangtag:0.2.0.')
param image string

@description('Whether the web app signs in to the registry with its own identity, to which AcrPull was given.')
param pullWithIdentity bool = true

@description('postgresql://user:password@host:5432/hangtag')
@secure()
param databaseUrl string

@description('A Chroma server of the pinned version that only this web app can reach: http://host:8000')
param chromaUrl string

@description('An fsspec URL, such as abfs://container/pictures, or a folder in the home.')
param picturesUrl string = '/home/hangtag/pictures'

@description('Where the days begin, such as Europe/Berlin.')
param timeZone string = 'UTC'

@description('The name that the web app is reached by; another one than the default must be bound to it.')
param domain string = '${name}.azurewebsites.net'

@description('The plan: two cores and 3.5 GB at the least.')
param planSku string = 'B2'

@description('The bot service: F0 is free, and enough for Teams, which is a standard channel.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

param location string = resourceGroup().location

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: botSku
  }
  properties: {
    displayName: 'Hangtag'
    description: 'A photo of a garment in, its SKU and stock out.'
    endpoint: 'https://${domain}/api/messages'
    msaAppId: appId
    msaAppType: 'SingleTenant'
    msaAppTenantId: tenantId
    schemaTransformationVersion: '1.3'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
    }
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: planSku
    // All instances of a web app share one home; each bot needs its own. See kubernetes/ for several.
    capacity: 1
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux,container'
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'DOCKER|${image}'
      acrUseManagedIdentityCreds: pullWithIdentity
      alwaysOn: true
      webSocketsEnabled: false
      http20Enabled: true
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      healthCheckPath: '/healthz'
      appSettings: [
        {
          name: 'WEBSITES_PORT'
          value: '3978'
        }
        {
          name: 'WEBSITES_ENABLE_APP_SERVICE_STORAGE'
          value: 'true'
        }
        {
          name: 'WEBSITES_CONTAINER_START_TIME_LIMIT'
          value: '600'
        }
        {
          // Else each restart has a new bot beside the old one, in the same home, which answers what the other
          // has taken over. Microsoft's own maintenance may still do so now and then.
          name: 'WEBSITE_DISABLE_OVERLAPPED_RECYCLING'
          value: '1'
        }
        {
          name: 'HANGTAG_HOME'
          value: '/home/hangtag'
        }
        {
          name: 'HANGTAG_PUBLIC_URL'
          value: 'https://${domain}'
        }
        {
          name: 'HANGTAG_APP_ID'
          value: appId
        }
        {
          name: 'HANGTAG_APP_PASSWORD'
          value: appPassword
        }
        {
          name: 'HANGTAG_TENANT_ID'
          value: tenantId
        }
        {
          name: 'HANGTAG_APP_TYPE'
          value: 'SingleTenant'
        }
        {
          name: 'HANGTAG_ADMINS'
          value: admins
        }
        {
          name: 'HANGTAG_DATABASE_URL'
          value: databaseUrl
        }
        {
          name: 'HANGTAG_CHROMA_URL'
          value: chromaUrl
        }
        {
          name: 'HANGTAG_PICTURES_URL'
          value: picturesUrl
        }
        {
          name: 'HANGTAG_TIME_ZONE'
          value: timeZone
        }
      ]
    }
  }
}

output endpoint string = bot.properties.endpoint
output principalId string = site.identity.principalId
